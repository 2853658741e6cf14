// Floor 3. Enumerations on PostgreSQL, where they are types, and how one loses a label again.
#pragma once

#include <schema/dialect/alter_postgresql.hpp>
#include <schema/dialect/view.hpp>

namespace schema::postgresql_ddl {

template <class R> constexpr void create_enumeration(R& r, enumeration_id e, u32 instant) {
  r.out.begin();
  r.out << "CREATE TYPE ";
  r.out.identifier(r.line.enumerations[e].id) << " AS ENUM (";
  write_labels(r, e, instant);
  r.out << ")";
  r.out.end();
}

template <class R> constexpr void drop_enumeration(R& r, enumeration_id e) {
  r.out.begin();
  r.out << "DROP TYPE ";
  r.out.identifier(r.line.enumerations[e].id);
  r.out.end();
}

template <class R> constexpr void add_value(R& r, const instant_record& record, u32 instant) {
  r.out.begin();
  r.out << "ALTER TYPE ";
  r.out.identifier(r.line.enumerations[record.enumeration].id) << " ADD VALUE ";
  r.out.string(r.line.label_text(record.label, instant));
  // The label behind it, as it stood then: later ones may have come between.
  for (i32 l = r.line.labels[record.label].next; l >= 0; l = r.line.labels[l].next)
    if (r.line.labels[l].alive.holds(instant)) {
      r.out << " BEFORE ";
      r.out.string(r.line.label_text(l, instant));
      break;
    }
  r.out.end();
}

template <class R> constexpr void rename_value(R& r, const instant_record& record, const change& c) {
  r.out.begin();
  r.out << "ALTER TYPE ";
  r.out.identifier(r.line.enumerations[record.enumeration].id) << " RENAME VALUE ";
  r.out.string(r.line.label_text(record.label, c.from));
  r.out << " TO ";
  r.out.string(r.line.label_text(record.label, c.to));
  r.out.end();
}

/// The name of a type that is about to go; with the schema before it, but for RENAME TO.
template <class R> constexpr void write_retired_type(R& r, enumeration_id e, bool is_placed) {
  const name id = r.line.enumerations[e].id;
  if (R::has_schemas && is_placed && id->is_pair()) r.out.identifier(id->place()) << ".";
  r.out.identifier(prefixed("_schema_old_", id).view());
}

/// The type made again as it stands after a change, and every column of it turned over.
template <class R> constexpr void remake_enumeration(R& r, enumeration_id e, const change& c) {
  const auto& line = r.line;
  r.out.begin();
  r.out << "ALTER TYPE ";
  r.out.identifier(line.enumerations[e].id) << " RENAME TO ";
  write_retired_type(r, e, false);
  r.out.end();
  create_enumeration(r, e, c.to);
  for (column_id column = 0; column < line.column_count; ++column) {
    if (!is_of(line, column, e, c.to) || line.tables[line.columns[column].table].is_view) continue;
    const column_span& span = line.column_at(column, c.to);
    if (has_default(span)) drop_default(r, column, c.to);
    alter_column(r, column, c.to) << "TYPE ";
    r.out.identifier(line.enumerations[e].id) << " USING ";
    r.out.identifier(span.id) << "::text::";
    r.out.identifier(line.enumerations[e].id);
    r.out.end();
    if (has_default(span)) set_default(r, column, c.to);
  }
  r.out.begin();
  r.out << "DROP TYPE ";
  write_retired_type(r, e, true);
  r.out.end();
}

/// PostgreSQL drops no label: the type is made again without it. A row that still has it fails the step.
template <class R> constexpr void remove_value(R& r, enumeration_id e, const change& c) {
  const auto& line = r.line;
  object_id in_the_way[std::remove_cvref_t<decltype(line)>::room.objects + 1]{};
  u32 count = 0;
  for (object_id o = 0; o < line.object_count; ++o)
    if (line.objects[o].alive.holds(c.to) && !line.tables[line.objects[o].table].is_view &&
        stands_in_the_way(line, line.objects[o], e, c.to))
      in_the_way[count++] = o;
  const auto has_it = [&](table_id table) {
    for (column_id column = line.tables[table].first_column; column >= 0; column = line.columns[column].next)
      if (is_of(line, column, e, c.to)) return true;
    return false;
  };
  const auto remove = [&] {
    without_readers(r, c, has_it, [&] {
      for (u32 i = 0; i < count; ++i) drop_object(r, in_the_way[i], c.from);
      remake_enumeration(r, e, c);
      for (u32 i = 0; i < count; ++i) add_object(r, in_the_way[i], c.to);
    });
  };
  if constexpr (R::has_routines) // a trigger may say UPDATE OF such a column, or name it in WHEN
    without_triggers(
        r, c, [&](const routine_life& trigger) { return has_it(trigger.table); }, remove);
  else
    remove();
}

} // namespace schema::postgresql_ddl
