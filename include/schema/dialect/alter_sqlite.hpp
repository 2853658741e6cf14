// Floor 3. Operations on SQLite: natively where its ALTER is safe, by a rebuild otherwise.
#pragma once

#include <schema/dialect/sqlite_rebuild.hpp>
#include <schema/dialect/view.hpp>

namespace schema::sqlite_ddl {

/// Renames that views, triggers and foreign keys of other tables follow, of ours or in a user's script. A
/// step that rebuilds runs with legacy_alter_table, under which they would not.
template <class R, class Rename>
constexpr void with_followed_renames(R& r, bool in_rebuild, Rename&& rename) {
  if (in_rebuild) r.out.statement([&] { r.out << "PRAGMA legacy_alter_table=OFF"; });
  rename();
  if (in_rebuild) r.out.statement([&] { r.out << "PRAGMA legacy_alter_table=ON"; });
}

template <class R>
constexpr void rename(R& r, const instant_record& record, const change& c, bool in_rebuild) {
  const auto touched = [&](table_id table) { return table == record.table; };
  // SQLite rewrites a view as far as it understands it, and fails otherwise: views step aside.
  const auto carry_out = [&] {
    if (record.done->kind == operation_kind::rename_table) {
      alter_table(r, record.table, c.from) << "RENAME TO ";
      r.out.identifier(r.line.table_name(record.table, c.to));
    } else {
      alter_table(r, record.table, c.from) << "RENAME COLUMN ";
      r.out.identifier(r.line.column_name(record.column, c.from)) << " TO ";
      r.out.identifier(r.line.column_name(record.column, c.to));
    }
    r.out.end();
  };
  with_followed_renames(r, in_rebuild, [&] { without_readers(r, c, touched, carry_out); });
}

/// Indexes whose derived names follow a rename are created again: SQLite renames none.
template <class R> constexpr void rename_indexes(R& r, table_id table, const change& c) {
  auto each_renamed = [&](auto&& act) {
    each_object(r.line, table, c.to, [&](object_id o) {
      if (r.line.objects[o].kind == part_kind::index && is_renamed(r.line, o, c)) act(o);
    });
  };
  each_renamed([&](object_id o) { drop_index(r, o, c.from); });
  each_renamed([&](object_id o) { create_index(r, o, c.to); });
}

/// ADD COLUMN, its constraints in it.
template <class R> constexpr void add_column(R& r, const instant_record& record, const change& c) {
  alter_table(r, record.table, c.to) << "ADD COLUMN ";
  write_added_column(r, record.column, c.to);
  each_object(r.line, record.table, c.to, [&](object_id o) {
    const object_life& object = r.line.objects[o];
    if (!comes(c, object.alive) || object.kind == part_kind::index || is_not_valid(object.terms)) return;
    r.out << " CONSTRAINT ";
    write_object_name(r, o, c.to);
    if (object.kind == part_kind::foreign_key) {
      write_references(r, object, c.to);
    } else {
      r.out << " CHECK (";
      write_expression(r, object.expression, c.to);
      r.out << ")";
    }
  });
  r.out.end();
  each_object(r.line, record.table, c.to, [&](object_id o) {
    if (comes(c, r.line.objects[o].alive) && r.line.objects[o].kind == part_kind::index)
      create_index(r, o, c.to);
  });
}

template <class R> constexpr void drop_column(R& r, const instant_record& record, const change& c) {
  each_object(r.line, record.table, c.from, [&](object_id o) {
    if (goes(c, r.line.objects[o].alive) && !is_not_valid(r.line.objects[o].terms)) drop_index(r, o, c.from);
  });
  alter_table(r, record.table, c.from) << "DROP COLUMN ";
  r.out.identifier(r.line.column_name(record.column, c.from));
  r.out.end();
}

template <class R> constexpr void change_index(R& r, const instant_record& record, const change& c) {
  const range& alive = r.line.objects[record.object].alive;
  if (alive.holds(c.from)) drop_index(r, record.object, c.from);
  if (alive.holds(c.to)) create_index(r, record.object, c.to);
}

/// Whether a change can be part of a rebuild that has begun: its values need nothing but what stood at the
/// beginning.
template <class Line> constexpr bool joins(const Line& line, const rebuild& b, const change& c) {
  const instant_record& record = line.instants[c.at];
  if (record.declared || record.table != b.table) return false;
  switch (record.done->kind) {
  case operation_kind::rename_column:
  case operation_kind::add_constraint:
  case operation_kind::drop_constraint:
  case operation_kind::alter_constraint:
  case operation_kind::validate_constraint:
  case operation_kind::rename_constraint:
  case operation_kind::create_index:
  case operation_kind::drop_index:
  case operation_kind::rename_index:
  case operation_kind::set_comment: return true;
  case operation_kind::alter_column:
    if (!retypes(line, c) || !b.retyped) return true;
    return !conversion_of(line, c) &&
           *line.column_at(record.column, b.from).type == *line.column_at(record.column, c.from).type;
  default: return false;
  }
}

/// Takes a change into a rebuild.
template <class Line> constexpr void join(const Line& line, rebuild& b, const change& c) {
  b.to = c.to;
  if (!retypes(line, c)) return;
  b.retyped = true;
  if (!conversion_of(line, c)) return;
  b.converted = line.instants[c.at].column;
  b.conversion = conversion_of(line, c);
}

constexpr bool is_rename(operation_kind kind) {
  return kind == operation_kind::rename_table || kind == operation_kind::rename_column;
}

/// Every table with a column of the enumeration, to which a label is added or in which one is renamed.
template <class R> constexpr void rebuild_all(R& r, const instant_record& record, const change& c) {
  const enumeration_id e = record.enumeration;
  const bool relabels = record.done->kind == operation_kind::rename_value;
  for (table_id t = 0; t < r.line.table_count; ++t) {
    if (r.line.tables[t].is_view || !r.line.tables[t].alive.holds(c.to)) continue;
    bool is_of_it = false;
    each_column(r.line, t, c.to, [&](column_id column) {
      is_of_it = is_of_it || r.line.column_at(column, c.to).enumeration == e;
    });
    if (!is_of_it) continue;
    rebuild b{.table = t, .from = c.from, .to = c.to};
    if (relabels) {
      b.relabelled = record.label;
      b.relabelled_in = e;
    }
    rebuild_table(r, b);
  }
}

} // namespace schema::sqlite_ddl
