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

/// A collation is of a text, is a name that PostgreSQL takes, and has one of SQLite's beside it. The first
/// number is one of the column's type (PostgreSQL 15, CREATE SEQUENCE), and what SQLite numbers goes up by
/// one from there, unless a row brings its own (SQLite, "Autoincrement").
template <class Timeline> constexpr bool accept_traits(Timeline& line, column_id column) {
  const table_id table = line.columns[column].table;
  const column_span& span = line.last_column(column);
  finding f{.table = line.last_name(table), .object = span.id};
  if (const attribute* said = line.trait_at(attribute_kind::collation, table, column, line.now)) {
    f.other = said->id;
    if (said->id->fault == name_fault::too_long || said->id->fault == name_fault::zero_byte)
      f.broken = rule::name_refused;
    else if (!is_text(span.type->kind))
      f.broken = rule::collation_not_of_text;
    else if (Timeline::asks_sqlite && said->table->empty())
      f.broken = rule::collation_not_on_sqlite;
    if (f.broken == rule::name_refused) f.object = said->id;
  } else if ((said = line.trait_at(attribute_kind::identity, table, column, line.now))) {
    f.other = said->value->view();
    const type_kind kind = span.type->kind;
    if (said->value->size > 0)
      f.broken = rule::identity_not_on_sqlite;
    else if ((kind == type_kind::smallint && said->value->integer >= 1 << 15) ||
             (kind == type_kind::integer && said->value->integer >= i64(1) << 31))
      f.broken = rule::identity_begins_beyond_type;
  }
  return f.is_sound() || line.fail(f);
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
