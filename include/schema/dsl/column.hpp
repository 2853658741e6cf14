// Floor 3. A column and its attributes.
#pragma once

#include <schema/dsl/types.hpp>

namespace schema::dsl {

/// Columns are NOT NULL unless they say so.
struct nullable {
  static constexpr attribute schema_definition{.kind = attribute_kind::nullable};
};
struct primary_key {
  static constexpr attribute schema_definition{.kind = attribute_kind::primary_key};
};
struct unique {
  static constexpr attribute schema_definition{.kind = attribute_kind::unique};
};

/// Numbers given by the database, from 1 on; the column is the table's primary key (SQLite: AUTOINCREMENT).
struct identity {
  static constexpr attribute schema_definition{.kind = attribute_kind::identity};
};

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

/// A value for rows that give none.
template <value_literal Value> struct default_to {
  static constexpr attribute schema_definition{.kind = attribute_kind::default_value,
                                               .value = &default_value_of<Value>};
};

template <fixed_string Sql>
inline constexpr default_value default_expression_of{.kind = value_kind::expression,
                                                     .expression = &sql::expression_of<Sql>};

/// An SQL expression for rows that give no value; it names no column.
template <fixed_string Sql> struct default_expr {
  static constexpr attribute schema_definition{.kind = attribute_kind::default_value,
                                               .value = &default_expression_of<Sql>};
};

/// A value worked out from the other columns of the row whenever one of them is written, and kept; nobody
/// assigns it (PostgreSQL 15, 5.3; SQLite, "Generated Columns").
template <fixed_string Sql> struct generated {
  static constexpr attribute schema_definition{.kind = attribute_kind::generated,
                                               .value = &default_expression_of<Sql>};
};

/// A foreign key of this column: references<"events", "id", on_delete::cascade>.
template <name_literal Table, item... Items> struct references {
  static constexpr const auto& list = key_list_of<Items...>;
  static_assert(list.count <= 1, "references<table, column>: one column; foreign_key<…> takes more");
  static constexpr attribute schema_definition{.kind = attribute_kind::references,
                                               .table = &identifier_of<Table>,
                                               .column = list.keys[0].column,
                                               .on_delete = list.on_delete,
                                               .on_update = list.on_update,
                                               .terms = list.terms};
};

/// check<"price > 0"> or check<"name", "price > 0">, in a column or as a part of the table. Two templates in
/// one: only what is there is read, for to take a condition for a name costs as much as to parse it.
template <fixed_string First, fixed_string Second = ""> struct check {
  static constexpr part schema_definition{.kind = part_kind::check,
                                          .id = &identifier_of<name_literal<sizeof(First.data)>(First.data)>,
                                          .expression = &sql::expression_of<Second>};
  static constexpr attribute column_definition{
      .kind = attribute_kind::check, .id = schema_definition.id, .expression = schema_definition.expression};
};
template <fixed_string Sql> struct check<Sql, ""> {
  static constexpr part schema_definition{.kind = part_kind::check, .expression = &sql::expression_of<Sql>};
  static constexpr attribute column_definition{.kind = attribute_kind::check,
                                               .expression = &sql::expression_of<Sql>};
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

/// How texts compare: collate<"C">, byte for byte on both databases; another of PostgreSQL's with the one of
/// SQLite's that stands for it, collate<"und-x-icu", "NOCASE">. That the two agree is for its author to see.
template <name_literal Postgresql, name_literal Sqlite = ""> struct collate {
  static constexpr bool is_bytes = Postgresql.view() == "C" || Postgresql.view() == "POSIX";
  static constexpr attribute schema_definition{
      .kind = attribute_kind::collation,
      .id = &identifier_of<name_literal<sizeof(Postgresql.data)>(Postgresql.data, true)>,
      .table = Sqlite.size == 0 && is_bytes ? &identifier_of<"BINARY"> : &identifier_of<Sqlite>};
};

constexpr const attribute* attribute_in(const attribute& a) { return &a; }
template <class Other> constexpr const attribute* attribute_in(const Other&) {
  static_assert(__is_same(Other, attribute),
                "a column takes attributes, such as nullable; keys and indexes are parts of the table");
  return nullptr;
}

/// What an attribute is when it stands in a column.
template <class Attribute> struct as_attribute {
  static constexpr const attribute* value = attribute_in(Attribute::schema_definition);
};
template <fixed_string First, fixed_string Second> struct as_attribute<check<First, Second>> {
  static constexpr const attribute* value = &check<First, Second>::column_definition;
};

template <fixed_string Text> struct as_attribute<comment<Text>> {
  static constexpr const attribute* value = &comment<Text>::column_definition;
};

/// column<"title", text, attributes…>.
template <name_literal Name, class Type, class... Attributes> struct column {
  static_assert(sizeof...(Attributes) <= most_attributes, "a column has at most eight attributes");
  static constexpr part schema_definition{.kind = part_kind::column,
                                          .id = &identifier_of<Name>,
                                          .type = &Type::schema_type,
                                          .attributes = {as_attribute<Attributes>::value...}};
};

} // namespace schema::dsl
