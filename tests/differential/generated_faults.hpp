// Operations that break a rule, or should: one maker a fault.
#pragma once

#include <tests/differential/generated_schema_faults.hpp>

namespace test {

class fault_generator : public schema_fault_generator {
public:
  /// Histories go through the faults of a kind in turn, each from another one on.
  explicit fault_generator(std::uint64_t seed, schema::text_view assumed_safe = {})
      : schema_fault_generator(seed, assumed_safe), names_turn_(seed * 7), tables_turn_(seed * 7),
        columns_turn_(seed * 7), changes_turn_(seed * 9), expressions_turn_(seed * 7),
        statements_turn_(seed * 2) {}

protected:
  /// The operations of a fault, in their order; the last is the one to refuse. Empty when what stands gives
  /// no occasion. `which` is any number.
  sequence make_fault(std::size_t which) {
    switch (which % (postgresql_alone ? 13 : 12)) {
    case 0: return make_name_fault();
    case 1:
    case 2: return make_table_fault();
    case 3: return make_column_fault();
    case 4: return make_change_fault();
    case 5:
    case 6: return make_expression_fault();
    case 7: return make_view_fault();
    case 8: return make_generated_fault();
    case 9: return make_trait_fault();
    case 10: return make_routine_fault();
    case 12: return make_schema_fault();
    default: return make_statement_fault();
    }
  }

private:
  /// Names that are no names, are taken, or stand for nothing.
  sequence make_name_fault() {
    const auto list = tables();
    if (list.empty()) return {};
    const auto t = any(list);
    const auto table = line_->last_name(t);
    const auto objects = objects_of(t, false);
    switch (turn(names_turn_, 15)) {
    case 0:
      return {make(
          {.kind = op::rename_table,
           .table = table,
           .to = named(one_of({"pg_mine", "sqlite_mine", "",
                               "a name of sixty-four bytes, which is one more than both could take"}))})};
    case 1: return {make_with(op::create_index, table, make_index_named(line_->last_name(any(list))))};
    case 2:
      if (line_->find_enumeration(enumerations_[0]) < 0) return {};
      return {make_table(enumerations_[0], {column("y", {.kind = type_kind::integer})})};
    case 3: return {make_table(table, {column("y", {.kind = type_kind::integer})})};
    case 4: return {make({.kind = op::drop_table, .table = named("nowhere")})};
    case 5:
      return {make_with(op::add_column, table, nullable_column("ROW_MARK", {.kind = type_kind::integer}))};
    case 6: return {make_with(op::add_column, table, nullable_column("row_mark", {.kind = type_kind::text}))};
    case 7: return {make({.kind = op::drop_column, .table = table, .from = named("nowhere")})};
    case 8:
      if (objects.empty()) return {};
      return {make_with(op::add_constraint, table, check("row_mark > 0", name_of_object(any(objects))))};
    case 9: return {make({.kind = op::drop_constraint, .table = table, .from = named("nowhere")})};
    case 10:
      return {make_with(op::create_index, table, make_index_named(named("tried"))),
              make_with(op::create_index, table, make_index_named(named("tried")))};
    case 11: return {make({.kind = op::drop_index, .from = named("nowhere")})};
    case 12:
      return {make_enumeration(named("tried_mood"), {named("sad")}),
              make_enumeration(named("tried_mood"), {named("glad")})};
    case 13:
      return {make_enumeration(named("tried_mood"), {named("sad")}),
              make_label(named("tried_mood"), named("sad"), nullptr)};
    default:
      return {make_enumeration(named("tried_mood"), {named("sad")}),
              make_label(named("tried_mood"), named("glad"), named("merry"))};
    }
  }

  /// Tables with keys that are none, or are missing.
  sequence make_table_fault() {
    const schema::column_type integer{.kind = type_kind::integer}, text{.kind = type_kind::text},
        bigint{.kind = type_kind::bigint};
    const auto tried = named("tried"), other = named("tried_too");
    const auto two = [&](std::vector<const schema::part*> first, std::vector<const schema::part*> second) {
      return sequence{make_table(tried, std::move(first)), make_table(other, std::move(second))};
    };
    const schema::attribute primary{.kind = attribute_kind::primary_key};
    switch (turn(tables_turn_, 20)) {
    case 0: return {make_table(tried, {})};
    case 1:
      return {make_table(
          tried, {column("id", bigint, {primary}),
                  values_.part({.kind = kind::primary_key,
                                .keys = values_.list(std::vector<schema::key>{{.column = named("id")}}),
                                .key_count = 1})})};
    case 2: return {make_table(tried, {column("id", bigint, {primary, {.kind = attribute_kind::nullable}})})};
    case 3: // PostgreSQL numbers any integer
      return {make_table(
          tried, {column("id", postgresql_alone ? text : bigint, {{.kind = attribute_kind::identity}})})};
    case 4:
      return {make_table(
          tried, {column("id", bigint,
                         {primary,
                          {.kind = attribute_kind::identity},
                          {.kind = attribute_kind::default_value,
                           .value = values_.value({.kind = schema::value_kind::integer, .integer = 5})}})})};
    case 5: return {make_table(tried, {column("y", {.kind = type_kind::numeric, .length = 12, .scale = 2})})};
    case 6:
      return {make_table(tried, {column("y", {.kind = type_kind::numeric,
                                              .length = 12,
                                              .scale = 2,
                                              .storage = schema::sqlite_storage::integer})})};
    case 7: return {make_table(tried, {column("y", integer), foreign_key("y", named("nowhere"), "id")})};
    case 8: return two({column("y", integer)}, {column("y", integer), foreign_key("y", tried, "y")});
    case 9:
      return two({column("id", bigint, {primary})}, {column("y", integer), foreign_key("y", tried, "id")});
    case 10:
      return two({column("id", bigint, {primary})}, {column("y", text), foreign_key("y", tried, "id")});
    case 11: {
      const schema::part no_keys{.kind = kind::unique};
      return {make_table(tried, {column("y", integer), values_.part(no_keys)})};
    }
    case 12:
      return {make_table(
          tried, {column("y", text), values_.part({.kind = kind::unique,
                                                   .keys = values_.list(std::vector<schema::key>{
                                                       {.expression = values_.expression("lower(y)")}}),
                                                   .key_count = 1})})};
    case 13: return {make_table(tried, {column("y", integer), unique({"y"}), unique({"y"})})};
    case 14: return {make_table(tried, {column("y", integer), unique({"y", "y"})})};
    case 15:
      return {make_table(tried,
                         {column("y", {.kind = type_kind::enumeration, .enumeration = named("none_such")})})};
    case 16:
      return behind(
          two({column("id", bigint, {primary})}, {column("y", bigint), foreign_key("y", tried, "id")}),
          make({.kind = op::drop_table, .table = tried}));
    case 17: return {make_table(tried, {column("y", integer), unique({"z"})})};
    case 18: { // the label is new, and its transaction has not ended
      auto e = enumerations_[0];
      if (line_->find_enumeration(e) < 0) e = enumerations_[1];
      if (line_->find_enumeration(e) < 0) return {};
      return {make_label(e, named("brand new"), nullptr),
              make_table(tried, {column("y", {.kind = type_kind::enumeration, .enumeration = e},
                                        {{.kind = attribute_kind::default_value,
                                          .value = values_.value(std::string("brand new"))}})})};
    }
    default:
      auto all = two({column("id", bigint, {primary})},
                     {nullable_column("y", bigint),
                      foreign_key("y", tried, "id", schema::referential_action::set_null)});
      all.push_back(data("INSERT INTO tried (id) VALUES (1)"));
      all.push_back(data("INSERT INTO tried_too (y) VALUES (1)"));
      all.push_back(make_with(op::add_constraint, other, unique({"y"})));
      return behind(std::move(all), data("DELETE FROM tried"));
    }
  }

  /// Columns that come or go, and what relies on them.
  sequence make_column_fault() {
    const auto list = tables();
    if (list.empty()) return {};
    const auto t = any(list);
    const auto table = line_->last_name(t);
    const auto with_default = [&](schema::column_type type, const schema::default_value* value) {
      return sequence{make_with(op::add_column, table,
                                column("tried", type,
                                       {{.kind = attribute_kind::nullable},
                                        {.kind = attribute_kind::default_value, .value = value}}))};
    };
    const schema::column_type integer{.kind = type_kind::integer};
    switch (turn(columns_turn_, 10)) {
    case 0: return {make_with(op::add_column, table, column("tried", integer))};
    case 1: return with_default(integer, values_.value(std::string("twelve")));
    case 2: return with_default({.kind = type_kind::date}, values_.value(std::string("now")));
    case 3:
      return with_default({.kind = type_kind::varchar, .length = 3}, values_.value(std::string("long")));
    case 4: return with_default(integer, values_.expression_value("row_mark + 1"));
    case 5: return with_default({.kind = type_kind::boolean}, values_.expression_value("1 + 1"));
    case 6:
      return behind({make_enumeration(named("tried_mood"), {named("sad")})},
                    with_default({.kind = type_kind::enumeration, .enumeration = named("tried_mood")},
                                 values_.value(std::string("said")))[0]);
    case 7: {
      const auto all = changing_columns_of(t);
      if (all.empty()) return {};
      const std::string c(line_->last_column(any(all)).id->view());
      return {make_with(op::add_constraint, table, unique({"row_mark", c.c_str()})),
              make({.kind = op::drop_column, .table = table, .from = values_.identifier(c)})};
    }
    case 8: {
      const auto alone = named("tried");
      return {make_table(alone, {nullable_column("y", integer)}),
              make({.kind = op::drop_column, .table = alone, .from = named("y")})};
    }
    default: return with_default(integer, values_.expression_value("frobnicate(1)"));
    }
  }

  /// Changes of columns.
  sequence make_change_fault() {
    const auto tried = named("tried");
    const auto set_type = [&](const char* c, schema::column_type to, const char* up, const char* down) {
      return behind(with_rows(),
                    make_change_of(tried, named(c),
                                   {values_.attribute({.kind = attribute_kind::set_type,
                                                       .expression = up ? values_.expression(up) : nullptr,
                                                       .reverse = down ? values_.expression(down) : nullptr,
                                                       .type = values_.type(to)})}));
    };
    switch (turn(changes_turn_, 13)) {
    case 0: return set_type("words", {.kind = type_kind::integer}, nullptr, nullptr);
    case 1: return set_type("day", {.kind = type_kind::boolean}, nullptr, nullptr);
    case 2: return set_type("words", {.kind = type_kind::integer}, "length(words)", nullptr);
    case 3: return set_type("whole", {.kind = type_kind::boolean}, "whole > 3", nullptr);
    case 4: return set_type("whole", {.kind = type_kind::date}, "whole + 1", "length(words)");
    case 5: return set_type("flag", {.kind = type_kind::integer}, "words", "TRUE");
    case 6: return set_type("whole", {.kind = type_kind::text}, "CAST(wholly AS text)", "1");
    case 7:
      return behind(
          every_type(),
          make_change_of(tried, named("id"), {values_.attribute({.kind = attribute_kind::drop_not_null})}));
    case 8:
      return behind(every_type({check("whole > 3")}),
                    make_change_of(tried, named("whole"),
                                   {values_.attribute({.kind = attribute_kind::set_type,
                                                       .expression = values_.expression("words"),
                                                       .reverse = values_.expression("length(words)"),
                                                       .type = values_.type({.kind = type_kind::text})})}));
    case 9:
      return behind(every_type(),
                    make_change_of(tried, named("whole"),
                                   {values_.attribute({.kind = attribute_kind::set_default,
                                                       .value = values_.value(std::string("no"))})}));
    case 10:
      return behind(every_type({index("tried_idx", "lower(words)")}),
                    make({.kind = op::rename_index, .from = named("tried_idx"), .to = tried}));
    case 11:
      return behind(
          every_type({check("whole > 3", named("one")), check("whole > 4", named("two"))}),
          make({.kind = op::rename_constraint, .table = tried, .from = named("one"), .to = named("two")}));
    default:
      return behind(every_type(), make({.kind = op::rename_column,
                                        .table = tried,
                                        .from = named("whole"),
                                        .to = named(one_of({"small", "WORDS", "whole"}))}));
    }
  }

  /// CHECKs and indexes over every type: an operand of another, and what the backends mean otherwise.
  sequence make_expression_fault() {
    switch (turn(expressions_turn_, 19)) {
    case 0: return every_type({check(one_of({"whole >", "(whole > 1", "whole > 1 1", "'open"}))});
    case 1: return every_type({check(one_of({"select > 1", "order = 2", "user = 'me'"}))});
    case 2:
      return every_type({check(one_of({"frobnicate(whole) > 1", "date_trunc('day', at) = at",
                                       "ascii(words) > 1", "typeof(whole) = 'integer'"}))});
    case 3:
      return every_type({check(one_of({"at < now()", "id <> gen_random_uuid()", "day < CURRENT_DATE"}))});
    case 4:
      return every_type({index("tried_idx", one_of({"CAST(at AS date)", "CAST(day AS text)",
                                                    "CAST(local_at AS timestamptz)", "words || mood"}))});
    case 5: return every_type({check(one_of({"1 + 2", "words", "whole"}))});
    case 6:
      return every_type({check(one_of({"day > 'soon'", "id = 'abc'", "at > 'now'", "whole = 'twelve'"}))});
    case 7: return every_type({check(one_of({"lower(whole) = 'a'", "length(flag) > 1", "abs(words) > 1"}))});
    case 8: return every_type({check(one_of({"CAST(flag AS date) > day", "CAST(day AS integer) > 1"}))});
    case 9: return every_type({check(one_of({"CAST(words AS integer) > 1", "CAST(words AS date) > day"}))});
    case 10: return every_type({check("words LIKE code")});
    case 11: return every_type({check("mood < 'glad'")});
    case 12: return every_type({check("extra = extra")});
    case 13:
      return every_type(
          {check(one_of({"extra ->> 'a.b' = 'c'", "extra ->> '0' = 'c'", "extra -> -1 IS NULL"}))});
    case 14: return every_type({check("mood = 'merry'")});
    case 15: return every_type({check("wholly > 1")});
    case 16:
      return every_type({check(one_of({"big < 1000 * 60 * 60 * 24 * 30", "small < CAST(40000 AS smallint)",
                                       "whole < 2147483647 + 1", "big > -(-9223372036854775807 - 1)"}))});
    case 17:
      return every_type({check(one_of({"whole / 0 > 1", "big % (7 - 7) = 0", "short_float / 0.0 > 1"}))});
    default: {
      expression_generator wrong(random_());
      std::string text = wrong.write(value_type::boolean);
      for (int i = 0; i < 20 && wrong.operands() == 0; ++i) text = wrong.write(value_type::boolean);
      if (wrong.operands() == 0) return {};
      return every_type({check(wrong.write(value_type::boolean, int(below(std::size_t(wrong.operands())))))});
    }
    }
  }

  /// Data statements.
  sequence make_statement_fault() {
    static constexpr const char* all[] = {
        "INSERT INTO tried (id, words) SELECT p.id, words FROM tried AS p, tried AS q",
        "INSERT INTO tried (id, words) SELECT id, max(words) FROM tried GROUP BY code",
        "INSERT INTO tried (id, words) VALUES (gen_random_uuid())",
        "UPDATE tried SET whole = words",
        "UPDATE tried SET whole = 3000000000",
        "UPDATE tried SET flag = whole",
        "UPDATE tried SET words = NULL",
        "INSERT INTO tried (id) VALUES (gen_random_uuid())",
        "INSERT INTO tried (id, words) VALUES (gen_random_uuid(), 'v') ON CONFLICT (words) DO NOTHING",
        "UPDATE tried SET whole = (SELECT max(q.whole) + 1 FROM tried AS q)",
        "UPDATE tried SET words = CAST(day AS text) || words::text",
        "UPDATE tried SET words = 'x' WHERE words ILIKE 'W%'",
        "UPDATE tried SET whole = whole + 1 WHERE wholly > 1",
        "UPDATE tired SET whole = 1",
        "UPDATE tried SET whole = 1, whole = 2",
        "UPDATE tried SET mood = 'merry'",
        "UPDATE tried SET at = '2026-11-22'",
        "UPDATE tried SET whole = 1 WHERE whole",
        "UPDATE tried SET whole = lower(whole)",
        "UPDATE tried SET whole = whole / exact",
        "DELETE tried WHERE whole = 1",
        "DELETE FROM tried WHERE whole = words",
        "UPDATE tried SET words = 'x' FROM tried WHERE whole = 1",
        "DELETE FROM tried WHERE EXISTS (SELECT 1 FROM tried AS q, tried AS q)",
    };
    return behind(with_rows(), data(all[turn(statements_turn_, std::size(all))]));
  }

  std::size_t names_turn_, tables_turn_, columns_turn_, changes_turn_, expressions_turn_, statements_turn_;
};

} // namespace test
