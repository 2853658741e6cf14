// Floor 3. Operations on PostgreSQL: every one is a statement of its own there, or a few.
#pragma once

#include <schema/dialect/change.hpp>
#include <schema/dialect/comment_postgresql.hpp>

namespace schema {
namespace postgresql_ddl {

template <class R> constexpr void add_constraint(R& r, object_id o, u32 instant) {
  alter_table(r, r.line.objects[o].table, instant) << "ADD ";
  write_constraint(r, o, instant);
  r.out.end();
}

template <class R> constexpr void drop_constraint(R& r, object_id o, u32 instant) {
  alter_table(r, r.line.objects[o].table, instant) << "DROP CONSTRAINT ";
  write_object_name(r, o, instant);
  r.out.end();
}

/// The constraints that a CREATE TABLE left out.
template <class R> constexpr void add_apart(R& r, table_id table, u32 instant) {
  each_object(r.line, table, instant, [&](object_id o) {
    if (stands_apart<R>(r.line.objects[o])) add_constraint(r, o, instant);
  });
}

/// A constraint or an index as it stands at an instant.
template <class R> constexpr void add_object(R& r, object_id o, u32 instant) {
  if (r.line.objects[o].kind == part_kind::index)
    create_index(r, o, instant);
  else
    add_constraint(r, o, instant);
}
template <class R> constexpr void drop_object(R& r, object_id o, u32 instant) {
  if (r.line.objects[o].kind == part_kind::index)
    schema::drop_index(r, o, instant);
  else
    drop_constraint(r, o, instant);
}

template <class R> constexpr void rename_object(R& r, object_id o, const change& c) {
  if (r.line.objects[o].kind == part_kind::index) {
    r.out.begin();
    r.out << "ALTER INDEX ";
    write_place(r, r.line.objects[o].table, c.to);
  } else {
    alter_table(r, r.line.objects[o].table, c.to) << "RENAME CONSTRAINT ";
  }
  write_object_name(r, o, c.from);
  r.out << (r.line.objects[o].kind == part_kind::index ? text_view(" RENAME TO ") : " TO ");
  write_object_name(r, o, c.to);
  r.out.end();
}

/// The name that PostgreSQL gives to the sequence of an identity column (makeObjectName).
template <class Line> constexpr short_name sequence_name(const Line& line, column_id column, u32 instant) {
  const text_view table = line.table_name(line.columns[column].table, instant)->own();
  const text_view own = line.column_name(column, instant)->view();
  u32 table_size = u32(table.size()), own_size = u32(own.size());
  while (table_size + own_size > longest_name - 5) (table_size > own_size ? table_size : own_size)--;
  short_name out;
  out.append(table.substr(0, clipped_size(table, table_size)));
  out.append("_");
  out.append(own.substr(0, clipped_size(own, own_size)));
  out.append("_seq");
  return out;
}

/// PostgreSQL leaves the names of constraints, indexes and sequences as they were when their table or column
/// is renamed; the timeline's names go along.
template <class R> constexpr void rename_derived(R& r, table_id table, const change& c) {
  each_object(r.line, table, c.to, [&](object_id o) {
    if (is_renamed(r.line, o, c)) rename_object(r, o, c);
  });
  each_column(r.line, table, c.to, [&](column_id column) {
    if (!r.line.column_at(column, c.to).identity) return;
    const short_name was = sequence_name(r.line, column, c.from), is = sequence_name(r.line, column, c.to);
    if (was.view() == is.view()) return;
    r.out.begin();
    r.out << "ALTER SEQUENCE ";
    write_place(r, table, c.to);
    r.out.identifier(was.view()) << " RENAME TO ";
    r.out.identifier(is.view());
    r.out.end();
  });
}

template <class R> constexpr void rename_table(R& r, table_id table, const change& c) {
  if constexpr (R::has_schemas)
    if (moves(r.line, *r.line.instants[c.at].done))
      return move_table(r, table, c); // with its indexes and sequences
  alter_table(r, table, c.from) << "RENAME TO ";
  r.out.identifier(r.line.table_name(table, c.to)->own());
  r.out.end();
  rename_derived(r, table, c);
}

template <class R> constexpr void rename_column(R& r, const instant_record& record, const change& c) {
  alter_table(r, record.table, c.from) << "RENAME COLUMN ";
  r.out.identifier(r.line.column_name(record.column, c.from)) << " TO ";
  r.out.identifier(r.line.column_name(record.column, c.to));
  r.out.end();
  rename_derived(r, record.table, c);
}

/// A column comes with the constraints and indexes that are on it alone.
template <class R> constexpr void add_column(R& r, const instant_record& record, const change& c) {
  alter_table(r, record.table, c.to) << "ADD COLUMN ";
  write_added_column(r, record.column, c.to);
  r.out.end();
  each_object(r.line, record.table, c.to, [&](object_id o) {
    if (comes(c, r.line.objects[o].alive)) add_object(r, o, c.to);
  });
  if constexpr (R::has_traits) write_given_comment(r, record.table, record.column, c.to);
}

template <class R> constexpr void drop_column(R& r, const instant_record& record, const change& c) {
  alter_table(r, record.table, c.from) << "DROP COLUMN ";
  r.out.identifier(r.line.column_name(record.column, c.from));
  r.out.end();
}

template <class R> constexpr auto& alter_column(R& r, column_id column, u32 instant) {
  alter_table(r, r.line.columns[column].table, instant) << "ALTER COLUMN ";
  return r.out.identifier(r.line.column_name(column, instant), " ");
}

template <class R> constexpr void set_default(R& r, column_id column, u32 instant) {
  alter_column(r, column, instant) << "SET DEFAULT ";
  write_default(r, r.line.column_at(column, instant), instant);
  r.out.end();
}
template <class R> constexpr void drop_default(R& r, column_id column, u32 instant) {
  alter_column(r, column, instant) << "DROP DEFAULT";
  r.out.end();
}

template <class R>
constexpr void set_type(R& r, column_id column, const bound_expression& conversion, const change& c) {
  const column_type &was = *r.line.column_at(column, c.from).type, &is = *r.line.column_at(column, c.to).type;
  alter_column(r, column, c.to) << "TYPE ";
  write_postgresql_type(r, is);
  write_collation(r, column, c.to); // what is not said is the default again
  const bool is_label = is.kind == type_kind::enumeration || was.kind == type_kind::enumeration;
  if (conversion || is_label) {
    r.out << " USING (";
    if (conversion)
      write_expression(r, conversion, c.from);
    else
      r.out.identifier(r.line.column_name(column, c.to));
    r.out << ")";
    if (is.kind == type_kind::enumeration) { // nothing but text becomes a label
      r.out << "::text::";
      write_postgresql_type(r, is);
    }
  }
  r.out.end();
}

template <class R> constexpr void alter_column(R& r, const instant_record& record, const change& c) {
  const column_id column = record.column;
  const column_span &was = r.line.column_at(column, c.from), &is = r.line.column_at(column, c.to);
  const bool retyped = retypes(r.line, c), recollated = is_recollated(r.line, column, c.from, c.to);
  const bool had = has_default(was), has = has_default(is);
  // A default is not converted with its column: it steps aside.
  if (had && (!has || retyped)) drop_default(r, column, c.to);
  if (!was.nullable && is.nullable) {
    alter_column(r, column, c.to) << "DROP NOT NULL";
    r.out.end();
  }
  if (retyped || recollated) set_type(r, column, conversion_of(r.line, c), c);
  if (has && (retyped || !had || !same_default(was.value, is.value))) set_default(r, column, c.to);
  if (was.nullable && !is.nullable) {
    alter_column(r, column, c.to) << "SET NOT NULL";
    r.out.end();
  }
}

} // namespace postgresql_ddl
} // namespace schema
