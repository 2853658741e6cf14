// What a person writes becomes one plain value for each thing.
#include <catch2/catch.hpp>

#include <schema/dsl.hpp>

namespace {

using namespace schema::dsl;
using schema::attribute_kind;
using schema::part_kind;
using schema::type_kind;
using schema::value_kind;

using slug = column<"slug", varchar<80>, nullable, unique, default_to<"">, check<"slug <> 'new'">,
                    references<"events", "slug", on_delete::set_null, on_update::cascade>>;
constexpr schema::column_definition written = schema::decode_column(slug::schema_definition);

using ordered = index_on<"event_id", desc("release_at"), expr("lower(title)"), desc(expr("upper(title)")),
                         where("title <> ''")>;

} // namespace

TEST_CASE("a column holds its attributes in any order") {
  static_assert(written.id->view() == "slug" && written.type->kind == type_kind::varchar &&
                written.type->length == 80 && written.nullable && written.unique && !written.primary &&
                !written.identity && written.value->view().empty());
  static_assert(written.references->table->view() == "events" &&
                written.references->column->view() == "slug");
  static_assert(written.references->on_delete == schema::referential_action::set_null &&
                written.references->on_update == schema::referential_action::cascade);
  static_assert(written.check->id == nullptr && written.check->expression->view() == "slug <> 'new'");
  SUCCEED();
}

TEST_CASE("a value default keeps its kind") {
  static_assert(default_to<0>::schema_definition.value->kind == value_kind::integer);
  static_assert(default_to<-9000000000>::schema_definition.value->integer == -9000000000);
  static_assert(default_to<true>::schema_definition.value->kind == value_kind::boolean);
  static_assert(default_to<"draft">::schema_definition.value->view() == "draft");
  static_assert(default_expr<"now()">::schema_definition.value->kind == value_kind::expression);
  SUCCEED();
}

TEST_CASE("the items of a list are told apart") {
  constexpr const schema::part& index = ordered::schema_definition;
  static_assert(index.kind == part_kind::index && !index.unique && index.key_count == 4);
  static_assert(index.keys[0].column->view() == "event_id" && !index.keys[0].descending);
  static_assert(index.keys[1].column->view() == "release_at" && index.keys[1].descending);
  static_assert(index.keys[2].expression->view() == "lower(title)" && !index.keys[2].descending);
  static_assert(index.keys[3].expression->view() == "upper(title)" && index.keys[3].descending);
  static_assert(index.expression->view() == "title <> ''");
  static_assert(unique_index_on<"a">::schema_definition.unique);
  SUCCEED();
}

TEST_CASE("a check stands in a column or in a table, with a name or without") {
  static_assert(check<"a > 0">::schema_definition.id == nullptr);
  static_assert(check<"positive", "a > 0">::schema_definition.id->view() == "positive");
  static_assert(check<"positive", "a > 0">::schema_definition.expression->view() == "a > 0");
  static_assert(check<"positive", "a > 0">::column_definition.kind == attribute_kind::check);
  SUCCEED();
}

TEST_CASE("a given name changes nothing else") {
  using plain = unique_on<"a", "b">;
  using given = named<"ab", plain>;
  static_assert(given::schema_definition.id->view() == "ab" && plain::schema_definition.id == nullptr);
  static_assert(given::schema_definition.keys == plain::schema_definition.keys &&
                given::schema_definition.key_count == 2);
  SUCCEED();
}

TEST_CASE("groups are flattened where they stand") {
  using group = parts<column<"a", text>, parts<column<"b", text>, parts<>>, unique_on<"a">>;
  using flat = table<"t", column<"id", uuid>, group, column<"c", text>>;
  static_assert([] {
    schema::text_writer<20> order;
    each_part(flat::schema_definition.parts, flat::schema_definition.part_count, [&](const schema::part& p) {
      if (p.kind == part_kind::column) order << p.id << " ";
      return true;
    });
    return order.view() == "id a b c ";
  }());
  SUCCEED();
}

TEST_CASE("quoted names are names like others") {
  static_assert(column<quoted<"Order Date">, date>::schema_definition.id->view() == "Order Date");
  static_assert(column<quoted<"Order Date">, date>::schema_definition.id->fault == schema::name_fault::none);
  static_assert(column<"Order Date", date>::schema_definition.id->fault == schema::name_fault::character);
  SUCCEED();
}

TEST_CASE("a conversion and its way back stand in any order") {
  using one = set_type<integer, conversion<"a * 60">, reverse_conversion<"a / 60">>;
  using other = set_type<integer, reverse_conversion<"a / 60">, conversion<"a * 60">>;
  static_assert(one::schema_definition.expression->view() == "a * 60" &&
                one::schema_definition.reverse->view() == "a / 60" && !one::schema_definition.irreversible);
  static_assert(other::schema_definition.expression == one::schema_definition.expression &&
                other::schema_definition.reverse == one::schema_definition.reverse);
  static_assert(set_type<integer, irreversible>::schema_definition.irreversible);
  SUCCEED();
}
