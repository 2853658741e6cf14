// The end of a history against the declared tables: what differs is named, five at once.
#include <schema/model/agreement.hpp>
#include <tests/static/model/folded.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;
using schema::rule;

using id = column<"id", uuid, primary_key>;

struct m0001
    : migration<1, "everything", create_enumeration<"kind", "a", "b">,
                create_table<"plain", id, column<"x", integer>>,
                create_table<"rich", id, column<"x", integer, default_to<0>>, column<"y", text, nullable>,
                             column<"k", enumeration<"kind">, default_to<"a">>, column<"n", varchar<20>>,
                             check<"rich_x", "x > 0 AND y <> 'No'">, unique_on<"x", "y">,
                             foreign_key<columns<"id">, references_on<"plain", "id", on_delete::cascade>>,
                             index_on<desc("x"), "y", where("x > 3")>>> {};
struct history : migrations<m0001> {};

struct kind : enumeration<"kind", "a", "b"> {};
struct plain : table<"plain", column<"x", integer>, id> {};
template <class... Parts> struct rich : table<"rich", id, Parts...> {};

using x = column<"x", integer, default_to<0>>;
using y = column<"y", text, nullable>;
using k = column<"k", enumeration<"kind">, default_to<"a">>;
using n = column<"n", varchar<20>>;
using limit = check<"rich_x", "x > 0 AND y <> 'No'">;
using both = unique_on<"x", "y">;
using up_there = foreign_key<columns<"id">, references_on<"plain", "id", on_delete::cascade>>;
using ordered = index_on<desc("x"), "y", where("x > 3")>;

template <class... Parts> struct declared : schema::tables<kind, plain, rich<Parts...>> {};

template <class... Parts> constexpr schema::finding_list found() {
  constexpr auto list =
      compare(schema::timeline_of<history>, schema::declared_timeline_of<declared<Parts...>>);
  static_assert(schema::agrees<history, declared<Parts...>> == (list.count == 0));
  return list;
}

/// The one difference, and what it is about.
template <class... Parts> constexpr bool differs(rule broken, schema::text_view object) {
  constexpr schema::finding_list list = found<Parts...>();
  return list.count == 1 && list.items[0].broken == broken && list.items[0].table.view() == "rich" &&
         list.items[0].object.view() == object;
}

} // namespace

TEST_CASE("the order of tables, columns and parts is not compared") {
  static_assert(found<x, y, k, n, limit, both, up_there, ordered>().count == 0);
  static_assert(found<ordered, up_there, both, limit, n, k, y, x>().count == 0);
  static_assert(found<parts<x, parts<y, k>>, n, parts<limit, both>, up_there, ordered>().count == 0);
  SUCCEED();
}

TEST_CASE("SQL is compared by its tokens") {
  using spaced = check<"rich_x", "x>0 and y  <> 'No'">;
  static_assert(found<x, y, k, n, spaced, both, up_there, ordered>().count == 0);
  using other_text = check<"rich_x", "x > 0 AND y <> 'no'">;
  static_assert(differs<x, y, k, n, other_text, both, up_there, ordered>(rule::constraint_differs, "rich_x"));
  using other_number = check<"rich_x", "x > 1 AND y <> 'No'">;
  static_assert(
      differs<x, y, k, n, other_number, both, up_there, ordered>(rule::constraint_differs, "rich_x"));
  using other_operator = check<"rich_x", "x > 0 OR y <> 'No'">;
  static_assert(
      differs<x, y, k, n, other_operator, both, up_there, ordered>(rule::constraint_differs, "rich_x"));
  using other_column = check<"rich_x", "length(y) > 0 AND y <> 'No'">;
  static_assert(
      differs<x, y, k, n, other_column, both, up_there, ordered>(rule::constraint_differs, "rich_x"));
  SUCCEED();
}

TEST_CASE("every part of a column counts") {
  using wide = column<"x", bigint, default_to<0>>;
  static_assert(differs<wide, y, k, n, limit, both, up_there, ordered>(rule::type_differs, "x"));
  using other_default = column<"x", integer, default_to<1>>;
  static_assert(differs<other_default, y, k, n, limit, both, up_there, ordered>(rule::default_differs, "x"));
  using no_default = column<"x", integer>;
  static_assert(differs<no_default, y, k, n, limit, both, up_there, ordered>(rule::default_differs, "x"));
  using expression = column<"x", integer, default_expr<"0">>;
  static_assert(differs<expression, y, k, n, limit, both, up_there, ordered>(rule::default_differs, "x"));
  using needed = column<"y", text>;
  static_assert(differs<x, needed, k, n, limit, both, up_there, ordered>(rule::nullability_differs, "y"));
  using shorter = column<"n", varchar<19>>;
  static_assert(differs<x, y, k, shorter, limit, both, up_there, ordered>(rule::type_differs, "n"));
  SUCCEED();
}

TEST_CASE("every part of a key, a foreign key and an index counts") {
  using turned = foreign_key<columns<"id">, references_on<"plain", "id">>;
  static_assert(differs<x, y, k, n, limit, both, turned, ordered>(rule::constraint_differs, "rich_id_fkey"));
  using updated =
      foreign_key<columns<"id">, references_on<"plain", "id", on_delete::cascade, on_update::cascade>>;
  static_assert(differs<x, y, k, n, limit, both, updated, ordered>(rule::constraint_differs, "rich_id_fkey"));
  using late =
      foreign_key<columns<"id">, references_on<"plain", "id", on_delete::cascade, initially_deferred>>;
  static_assert(differs<x, y, k, n, limit, both, late, ordered>(rule::constraint_differs, "rich_id_fkey"));
  using may_be_late =
      foreign_key<columns<"id">, references_on<"plain", "id", on_delete::cascade, deferrable>>;
  static_assert(
      differs<x, y, k, n, limit, both, may_be_late, ordered>(rule::constraint_differs, "rich_id_fkey"));
  using upwards = index_on<"x", "y", where("x > 3")>;
  static_assert(differs<x, y, k, n, limit, both, up_there, upwards>(rule::index_differs, "rich_x_y_idx"));
  using complete = index_on<desc("x"), "y">;
  static_assert(differs<x, y, k, n, limit, both, up_there, complete>(rule::index_differs, "rich_x_y_idx"));
  using with_more = index_on<desc("x"), include("y"), where("x > 3")>;
  static_assert(differs<x, y, k, n, limit, both, up_there, with_more>(rule::index_differs, "rich_x_y_idx"));
  using hashed = index_on<desc("x"), "y", where("x > 3"), index_method::brin>;
  static_assert(
      schema::declared_timeline_of<declared<x, y, k, n, limit, both, up_there, hashed>>.found.broken ==
      rule::index_method_refused);
  using sole = unique_index_on<desc("x"), "y", where("x > 3")>;
  static_assert(differs<x, y, k, n, limit, both, up_there, sole>(rule::index_differs, "rich_x_y_idx"));
  SUCCEED();
}

TEST_CASE("at most five differences are told, and all are counted up to there") {
  constexpr schema::finding_list nothing = found<>();
  static_assert(nothing.count == schema::most_findings && nothing.is_full());
  static_assert(nothing.items[0].broken == rule::tables_lack_column &&
                nothing.items[0].path().view() == "rich.x");
  static_assert(nothing.items[4].broken == rule::tables_lack_constraint);
  constexpr schema::finding_list two = found<x, y, k, limit, both, up_there>();
  static_assert(two.count == 2 && two.items[0].broken == rule::tables_lack_column &&
                two.items[1].broken == rule::tables_lack_index);
  SUCCEED();
}

TEST_CASE("the same differences are found at run time") {
  using tables = declared<x, limit>;
  const auto left = schema::fold_history(history::schema_migrations, history::schema_migration_count);
  const auto right = schema::fold_declared(tables::schema_tables, tables::schema_table_count);
  CHECK(right.found.broken == rule::no_such_column); // the CHECK names y
  const auto sound = schema::fold_declared(declared<x, y>::schema_tables, declared<x, y>::schema_table_count);
  const schema::finding_list again = compare(left, sound);
  constexpr schema::finding_list once = found<x, y>();
  REQUIRE(again.count == once.count);
  for (schema::u32 i = 0; i < once.count && i < schema::most_findings; ++i) {
    CHECK(again.items[i].broken == once.items[i].broken);
    CHECK(again.items[i].path().view() == once.items[i].path().view());
  }
}
