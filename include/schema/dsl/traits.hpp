// Floor 3. What few tables and columns say besides: how they are numbered, how they compare, what people may
// want to know. A header of its own, which a history that has none of it need not include.
#pragma once

#include <schema/dsl/operations.hpp>
#include <schema/model/collation.hpp>

#include <initializer_list>

namespace schema::dsl {

/// An option of identity_options: a first number, how many a session takes at once, or what SQLite can't do.
struct identity_option {
  i64 start{1};
  u16 cache{};
  text_view refused{};
};
template <i64 First> struct start_with {
  static_assert(First > 0, "start_with<n>: numbers begin at 1 or above");
  static constexpr identity_option option{.start = First};
};
/// Of PostgreSQL, whose sessions then leave gaps; SQLite, which has one writer at a time, goes on without it.
template <u16 Count> struct cache {
  static_assert(Count > 0, "cache<n>: a session takes at least one number");
  static constexpr identity_option option{.cache = u16(Count > 1 ? Count : 0)};
};
template <i64 Step> struct increment_by {
  static constexpr identity_option option{.refused = Step == 1 ? text_view() : text_view("increment_by")};
};
struct always {
  static constexpr identity_option option{.refused = "always"};
};

constexpr default_value numbers_of(std::initializer_list<identity_option> options) {
  default_value numbers{.kind = value_kind::integer, .integer = 1, .text = ""};
  for (const identity_option& o : options) {
    if (o.start > 1) numbers.integer = o.start;
    if (!o.refused.empty()) numbers.text = o.refused.data();
    if (!o.refused.empty()) numbers.size = u32(o.refused.size());
  }
  return numbers;
}

/// identity with options: identity_options<start_with<1000>, cache<20>>.
template <class... Options> struct identity_options {
  static constexpr default_value numbers = numbers_of({identity_option{}, Options::option...});
  static constexpr u16 cache = (u16(0) | ... | Options::option.cache);
  static constexpr bool is_plain = numbers.integer == 1 && numbers.size == 0 && cache == 0;
  static constexpr attribute schema_definition{
      .kind = attribute_kind::identity, .value = is_plain ? nullptr : &numbers, .terms = cache};
};

/// A comment that holds no zero byte, which PostgreSQL takes in no text.
consteval bool is_comment(text_view text) {
  for (const char c : text)
    if (c == '\0') return false;
  return true;
}

template <name_literal Text>
inline constexpr attribute comment_of{.kind = attribute_kind::comment,
                                      .id = &identifier_of<name_literal<sizeof(Text.data)>(Text.data, true)>};

/// What people may want to know, comment<"in minutes">, in a column or as a part of the table. PostgreSQL
/// keeps it; on SQLite it stands in the program alone.
template <fixed_string Text> struct comment {
  static_assert(Text.size > 0 && is_comment(Text.view()),
                "comment<text>: it says something, without zero bytes");
  static constexpr attribute column_definition = comment_of<name_literal<sizeof(Text.data)>(Text.data, true)>;
  static constexpr part schema_definition{
      .kind = part_kind::comment, .id = column_definition.id, .attributes = {&column_definition}};
};

/// The collation of SQLite that is meant (SQLite, "Datatypes", 7); an empty name when it has none such.
template <name_literal Postgresql, name_literal Sqlite> consteval name collation_of_sqlite() {
  const text_view written = Sqlite.view();
  if (written.empty() && (Postgresql.view() == "C" || Postgresql.view() == "POSIX"))
    return &identifier_of<"BINARY">;
  if (written == "BINARY" || written == "NOCASE" || written == "RTRIM") return &identifier_of<Sqlite>;
  return &no_name;
}

/// How texts compare: collate<"C">, byte for byte on both databases; another of PostgreSQL's with the one of
/// SQLite's that stands for it, collate<"und-x-icu", "NOCASE">. That the two agree is for its author to see.
template <name_literal Postgresql, name_literal Sqlite = ""> struct collate {
  static constexpr attribute schema_definition{
      .kind = attribute_kind::collation,
      .id = &identifier_of<name_literal<sizeof(Postgresql.data)>(Postgresql.data, true)>,
      .table = collation_of_sqlite<Postgresql, Sqlite>()};
};

template <fixed_string Text> struct as_attribute<comment<Text>> {
  static constexpr const attribute* value = &comment<Text>::column_definition;
};

/// set_collation<"C">, or set_collation<"und-x-icu", "NOCASE">, as in collate<…>.
template <name_literal Postgresql, name_literal Sqlite = "">
struct set_collation : collate<Postgresql, Sqlite> {};
/// Back to that of the database.
struct drop_collation {
  static constexpr attribute schema_definition{.kind = attribute_kind::collation};
};

/// set_comment<"lessons", "title", "as it stands on the cover">, or set_comment<"lessons", "what is taught">
/// of the table; an empty text takes the comment away.
template <name_literal Table, name_literal... Texts> struct set_comment;
template <name_literal Table, name_literal Text> struct set_comment<Table, Text> {
  static_assert(is_comment(Text.view()), "set_comment<table, text>: the text has no zero bytes");
  static constexpr const attribute* changes[1] = {&comment_of<Text>};
  static constexpr operation schema_definition{.kind = operation_kind::set_comment,
                                               .table = &identifier_of<Table>,
                                               .changes = changes,
                                               .change_count = 1};
};
template <name_literal Table, name_literal Column, name_literal Text>
struct set_comment<Table, Column, Text> {
  static_assert(is_comment(Text.view()), "set_comment<table, column, text>: the text has no zero bytes");
  static constexpr const attribute* changes[1] = {&comment_of<Text>};
  static constexpr operation schema_definition{.kind = operation_kind::set_comment,
                                               .table = &identifier_of<Table>,
                                               .from = &identifier_of<Column>,
                                               .changes = changes,
                                               .change_count = 1};
};

} // namespace schema::dsl
