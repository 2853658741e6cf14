// Floor 2. What tables and columns say of themselves besides: comments, collations, how they are numbered.
#pragma once

#include <schema/model/timeline.hpp>
#include <schema/model/type_rules.hpp>

namespace schema::folding {

/// A trait of a table (column -1) or of one of its columns, from now on.
template <class Timeline>
constexpr bool put_trait(Timeline& line, table_id table, column_id column, const attribute& said) {
  if (line.put_trait(table, column, said)) return true;
  finding f{.broken = rule::declared_twice, .table = line.last_name(table)};
  if (column >= 0) f.object = line.last_column(column).id;
  return line.fail(f);
}

/// A collation is of a text, is a name that PostgreSQL takes, and is one that SQLite has (SQLite,
/// "Datatypes", 7).
template <class Timeline> constexpr bool accept_collation(Timeline& line, column_id column) {
  const table_id table = line.columns[column].table;
  const attribute* said = line.trait_at(attribute_kind::collation, table, column, line.now);
  if (!said) return true;
  const column_span& span = line.last_column(column);
  const text_view on_sqlite = said->table->view();
  rule broken = rule::none;
  if (said->id->fault == name_fault::too_long || said->id->fault == name_fault::zero_byte)
    broken = rule::name_refused;
  else if (!is_text(span.type->kind))
    broken = rule::collation_not_of_text;
  else if (on_sqlite != "BINARY" && on_sqlite != "NOCASE" && on_sqlite != "RTRIM")
    broken = rule::collation_not_on_sqlite;
  return broken == rule::none || line.fail({.broken = broken,
                                            .table = line.last_name(table),
                                            .object = broken == rule::name_refused ? said->id : span.id,
                                            .other = said->id});
}

/// The first number is one of the column's type (PostgreSQL 15, CREATE SEQUENCE); what SQLite numbers goes up
/// by one from there, unless a row brings its own (SQLite, "Autoincrement").
template <class Timeline> constexpr bool accept_numbers(Timeline& line, column_id column) {
  const table_id table = line.columns[column].table;
  const attribute* said = line.trait_at(attribute_kind::identity, table, column, line.now);
  if (!said) return true;
  const column_span& span = line.last_column(column);
  const i64 last = span.type->kind == type_kind::smallint  ? 32767
                   : span.type->kind == type_kind::integer ? 2147483647
                                                           : 9223372036854775807;
  finding f{.table = line.last_name(table), .object = span.id, .other = said->value->view()};
  if (said->value->size > 0)
    f.broken = rule::identity_not_on_sqlite;
  else if (said->value->integer > last)
    f.broken = rule::identity_begins_beyond_type;
  return f.is_sound() || line.fail(f);
}

template <class Timeline> constexpr bool accept_traits(Timeline& line, column_id column) {
  return accept_collation(line, column) && accept_numbers(line, column);
}

template <class Timeline>
constexpr bool put_column_traits(Timeline& line, table_id table, column_id column, const part& p) {
  for (u32 i = 0; i < most_attributes && p.attributes[i]; ++i)
    if (is_trait(*p.attributes[i]) && !put_trait(line, table, column, *p.attributes[i])) return false;
  return accept_traits(line, column);
}

/// Those of a new table and its columns.
template <class Timeline>
constexpr bool put_traits(Timeline& line, table_id table, const part* const* parts, u16 count) {
  return each_part(parts, count, [&](const part& p) {
    if (p.kind == part_kind::comment) return put_trait(line, table, -1, *p.attributes[0]);
    return p.kind != part_kind::column || !p.attributes[0] ||
           put_column_traits(line, table, line.find_column(table, p.id), p);
  });
}

} // namespace schema::folding
