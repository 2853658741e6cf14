// Operations that break a rule of views, generated columns or foreign keys that wait.
#pragma once

#include <tests/differential/fault_parts.hpp>

namespace test {

class view_fault_generator : public fault_parts {
public:
  explicit view_fault_generator(std::uint64_t seed, schema::text_view assumed_safe = {})
      : fault_parts(seed, assumed_safe), views_turn_(seed * 9), generated_turn_(seed * 2),
        traits_turn_(seed * 2) {}

protected:
  static std::size_t turn(std::size_t& of, std::size_t count) { return of++ % count; }

  /// Views that are none, are taken or read, and what is below them.
  sequence make_view_fault() {
    const auto tried = named("tried");
    const auto view = [&](const char* id, const char* sql) {
      return make(make_view(op::create_view, named(id), sql));
    };
    const auto another = [&](const char* sql) {
      return make(make_view(op::replace_view, named("shown"), sql));
    };
    const auto behind_view = [&](const schema::operation* last) {
      return behind(
          behind(every_type(), view("shown", "SELECT id, words, mood FROM tried WHERE mood = 'sad'")), last);
    };
    switch (turn(views_turn_, 14)) {
    case 0: return behind_view(view(one_of({"shown", "SHOWN"}), "SELECT id FROM tried"));
    case 1: return {make({.kind = op::drop_view, .from = named("nowhere")})};
    case 2: return {make(make_view(op::replace_view, named("nowhere"), "SELECT 1 AS one"))};
    case 3: return behind_view(data("INSERT INTO shown (words) VALUES ('w')"));
    case 4:
      return behind_view(
          make_with(op::add_column, named("shown"), nullable_column("y", {.kind = type_kind::integer})));
    case 5:
      return behind_view(another(one_of({"SELECT whole + 1 FROM tried", "SELECT count(*) FROM tried"})));
    case 6: return behind_view(another("SELECT id, words, mood FROM shown"));
    case 7: return behind_view(make({.kind = op::drop_table, .table = tried}));
    case 8: return behind_view(make({.kind = op::drop_column, .table = tried, .from = named("words")}));
    case 9:
      return behind_view(make({.kind = op::rename_value,
                               .from = named("tried_mood"),
                               .labels = values_.list(std::vector{named("sad"), named("blue")}),
                               .label_count = 2}));
    case 10:
      return behind(behind_view(view("above", "SELECT words FROM shown")),
                    one_in(2) ? another("SELECT id FROM tried")
                              : make({.kind = op::drop_view, .from = named("shown")}));
    case 11: return behind_view(another("SELECT id, words AS id FROM tried"));
    case 12: return behind_view(another("SELECT id, wholly FROM tried"));
    default:
      return behind_view(make_change_of(
          tried, named("words"),
          {values_.attribute({.kind = attribute_kind::set_type,
                              .irreversible = true,
                              .type = values_.type({.kind = type_kind::varchar, .length = 40})})}));
    }
  }

  /// Generated columns, and constraints that can't wait.
  sequence make_generated_fault() {
    const auto tried = named("tried");
    const schema::column_type integer{.kind = type_kind::integer};
    const auto from = [&](const char* sql) {
      return schema::attribute{.kind = attribute_kind::generated, .value = values_.expression_value(sql)};
    };
    const schema::attribute nullable{.kind = attribute_kind::nullable};
    const auto made = [&] { return column("made", integer, {from("whole + 1"), nullable}); };
    const auto behind_made = [&](const schema::operation* last) {
      return behind(every_type({made()}), last);
    };
    const schema::attribute five{.kind = attribute_kind::default_value,
                                 .value = values_.value({.kind = schema::value_kind::integer, .integer = 5})};
    switch (turn(generated_turn_, 18)) {
    case 0: return every_type({column("made", integer, {from("whole + 1"), nullable, five})});
    case 1:
      return every_type({column("made", integer, {from("whole + 1"), {.kind = attribute_kind::identity}})});
    case 2: return every_type({made(), column("more", integer, {from("made + 1"), nullable})});
    case 3: return behind_made(data("UPDATE tried SET made = 3"));
    case 4: return behind_made(data("INSERT INTO tried (words, made) VALUES ('w', 3)"));
    case 5:
      return behind_made(
          make_change_of(tried, named("made"),
                         {values_.attribute({.kind = attribute_kind::set_default, .value = five.value})}));
    case 6:
      return behind_made(
          make_change_of(tried, named("made"),
                         {values_.attribute({.kind = attribute_kind::set_type,
                                             .irreversible = true,
                                             .type = values_.type({.kind = type_kind::bigint})})}));
    case 7:
      return {make_table(tried,
                         {column("y", integer),
                          column("made", integer, {from("y + 1"), {.kind = attribute_kind::primary_key}})})};
    case 8: return every_type({column("made", {.kind = type_kind::date}, {from("CURRENT_DATE"), nullable})});
    case 9: return every_type({column("made", integer, {from("words"), nullable})});
    case 10: return behind_made(make({.kind = op::drop_column, .table = tried, .from = named("whole")}));
    case 11:
      return behind(
          every_type({column("made", {.kind = type_kind::boolean}, {from("mood = 'sad'"), nullable})}),
          make_label(named("tried_mood"), named("merry"), nullptr));
    case 12:
      return behind(every_type({check("whole > 3", named("one"))}),
                    make({.kind = op::alter_constraint,
                          .table = tried,
                          .from = named("one"),
                          .terms = schema::key_terms(schema::deferral::deferrable)}));
    case 16:
      return every_type(
          {column("made", {.kind = type_kind::boolean},
                  {from(one_of({"lower('A') = words", "'a' IN ('b', words)", "'a' BETWEEN 'b' AND words"})),
                   nullable})});
    case 14:
      return every_type({values_.part({.kind = kind::check,
                                       .id = named("one"),
                                       .terms = schema::not_valid_term,
                                       .expression = values_.expression("whole > 3")})});
    case 15:
      return behind(every_type({check("whole > 3", named("one"))}),
                    make({.kind = op::validate_constraint,
                          .table = tried,
                          .from = named(one_of({"one", "tried_pkey"}))}));
    case 13:
      return {make_table(tried, {column("id", integer, {{.kind = attribute_kind::primary_key}})}),
              make_table(named("tried_too"),
                         {column("y", integer), column("made", integer, {from("y + 1"), nullable}),
                          foreign_key("made", tried, "id", schema::referential_action::set_null)})};
    default:
      return behind(every_type(), make({.kind = op::alter_constraint,
                                        .table = tried,
                                        .from = named("nowhere"),
                                        .terms = schema::key_terms(schema::deferral::deferrable)}));
    }
  }

  /// Collations, numbers and comments.
  sequence make_trait_fault() {
    const auto tried = named("tried");
    const schema::column_type text{.kind = type_kind::text}, whole{.kind = type_kind::integer};
    const auto collate = [&](const char* postgresql, const char* sqlite) {
      return schema::attribute{
          .kind = attribute_kind::collation, .id = named(postgresql), .table = named(sqlite)};
    };
    const auto numbered = [&](type_kind of, schema::i64 start, const char* refused) {
      const schema::text_view word(refused);
      return column("n", {.kind = of},
                    {{.kind = attribute_kind::primary_key},
                     {.kind = attribute_kind::identity,
                      .value = values_.value({.kind = schema::value_kind::integer,
                                              .integer = start,
                                              .text = word.data(),
                                              .size = schema::u32(word.size())})}});
    };
    const auto mixed = [&](std::vector<const schema::part*> more) {
      std::vector<const schema::part*> list{column("one", text, {collate("C", "BINARY")}),
                                            column("other", text, {collate("POSIX", "BINARY")})};
      list.insert(list.end(), more.begin(), more.end());
      return sequence{make_table(tried, std::move(list)),
                      data("INSERT INTO tried (one, other) VALUES ('a', 'b'), ('c', 'd')")};
    };
    switch (turn(traits_turn_, 23)) {
    case 0: return {make_table(tried, {column("y", whole, {collate("C", "BINARY")})})};
    case 1: return {make_table(tried, {column("y", text, {collate("C.utf8", "")})})};
    case 2: return {make_table(tried, {numbered(type_kind::bigint, 1, one_of({"always", "increment_by"}))})};
    case 3: return {make_table(tried, {numbered(type_kind::smallint, 40'000, "")})};
    case 4:
      return behind(mixed({}), make_with(op::add_constraint, tried,
                                         check(one_of({"one <> other", "lower(one || other) <> ''"}))));
    case 5: return behind(mixed({}), make_with(op::create_index, tried, index("tried_idx", "one || other")));
    case 6: return behind(mixed({}), data("DELETE FROM tried WHERE one < other"));
    case 7:
      return behind(mixed({}), make(make_view(op::create_view, named("shown"),
                                              "SELECT one || other AS ties FROM tried")));
    case 8:
      return behind(mixed({check("one <> 'x' OR one <> plain"),
                           column("plain", text, {{.kind = attribute_kind::nullable}})}),
                    make_change_of(tried, named("plain"), {values_.attribute(collate("POSIX", "BINARY"))}));
    case 9:
      return behind(
          every_type({column("said", text, {collate("C", "BINARY"), {.kind = attribute_kind::nullable}})}),
          make_change_of(tried, named("said"),
                         {values_.attribute({.kind = attribute_kind::set_type,
                                             .expression = values_.expression("length(said)"),
                                             .irreversible = true,
                                             .type = values_.type(whole)})}));
    case 10:
      return behind(
          behind(mixed({}), make(make_view(op::create_view, named("shown"), "SELECT one FROM tried"))),
          make_change_of(tried, named("one"), {values_.attribute({.kind = attribute_kind::collation})}));
    case 11: {
      const auto made =
          column("made", text,
                 {{.kind = attribute_kind::generated, .value = values_.expression_value("one || 'x'")},
                  {.kind = attribute_kind::nullable}});
      return behind(mixed({made}), make_change_of(tried, named("one"),
                                                  {values_.attribute({.kind = attribute_kind::collation})}));
    }
    case 13:
    case 14: {
      const bool is_hash = one_in(2);
      const auto method = is_hash ? schema::index_method::hash : schema::index_method::gin;
      std::vector<schema::key> keys{{.column = named("whole")}};
      if (is_hash) keys.push_back({.column = named("words")});
      const auto count = schema::u16(keys.size());
      return behind(
          every_type(),
          make_with(op::create_index, tried,
                    values_.part({.kind = kind::index,
                                  .id = named("tried_idx"),
                                  .keys = values_.list(std::move(keys)),
                                  .key_count = count,
                                  .terms = schema::key_terms(schema::u8(method) << schema::method_shift)})));
    }
    case 21:
    case 22: {
      const schema::attribute identity{.kind = attribute_kind::identity};
      const schema::column_type big{.kind = type_kind::bigint};
      if (!postgresql_alone) return {make_table(tried, {column("n", big, {identity})})};
      if (one_in(2))
        return {make_table(tried, {column("n", big, {identity, {.kind = attribute_kind::nullable}})})};
      return {
          make_table(tried, {column("n", big, {identity})}),
          make_change_of(tried, named("n"), {values_.attribute({.kind = attribute_kind::drop_not_null})})};
    }
    case 15:
      return {make({.kind = op::create_extension, .from = named("citext")}),
              make({.kind = op::create_extension, .from = named("citext")})};
    case 16: return {make({.kind = op::drop_extension, .from = named("nowhere")})};
    case 17:
    case 18:
    case 19: {
      auto shown = make_view(op::create_view, named("shown"), "SELECT id, words FROM tried");
      shown.terms = schema::materialized;
      const schema::operation another[] = {
          {.kind = op::drop_view, .from = named("shown")},
          make_view(op::replace_view, named("shown"), "SELECT id FROM tried"),
          {.kind = op::drop_column, .table = tried, .from = named("words")},
          {.kind = op::refresh_view, .from = named("nowhere"), .terms = schema::materialized}};
      auto all = behind(every_type(), make(shown));
      return postgresql_alone ? behind(std::move(all), make(another[below(4)])) : all;
    }
    default: {
      const auto* said = values_.attribute(make_comment());
      return {make({.kind = op::set_comment,
                    .table = tables().empty() ? tried : line_->last_name(any(tables())),
                    .from = named("nowhere"),
                    .changes = values_.list(std::vector{said}),
                    .change_count = 1})};
    }
    }
  }

private:
  std::size_t views_turn_, generated_turn_, traits_turn_;
};

} // namespace test
