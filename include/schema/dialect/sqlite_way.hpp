// Floor 3. Which operations SQLite's ALTER can do, and which need the table built anew (SQLite, "ALTER
// TABLE").
#pragma once

#include <schema/dialect/change.hpp>
#include <schema/dialect/storage.hpp>

namespace schema {

enum class sqlite_way : u8 {
  nothing,             ///< no statement: enumerations are CHECKs there
  native,              ///< statements of SQLite's own
  native_without_keys, ///< the same, with foreign keys off for the whole step
  index,               ///< an index is created or dropped
  rebuild,             ///< the table is built anew
  rename_then_rebuild, ///< renamed natively, so that what names it follows; then built anew for its names
  rebuild_all          ///< every table with a column of an enumeration
};

/// Whether a change alters the name of a constraint, which only a rebuild can.
template <class Line> constexpr bool renames_constraints(const Line& line, table_id table, const change& c) {
  for (object_id o = line.tables[table].first_object; o >= 0; o = line.objects[o].next)
    if (line.objects[o].kind != part_kind::index && !is_not_valid(line.objects[o].terms) &&
        is_renamed(line, o, c))
      return true;
  return false;
}

/// ADD COLUMN takes no key, no UNIQUE, no default that must be worked out, no value that is kept, no
/// reference with a default.
template <class Line>
constexpr sqlite_way way_to_add_column(const Line& line, const instant_record& record, const change& c) {
  const column_span& column = line.column_at(record.column, c.to);
  if (column.identity || column.generated) return sqlite_way::rebuild;
  if (has_default(column) && is_worked_out(column)) return sqlite_way::rebuild;
  for (object_id o = line.tables[record.table].first_object; o >= 0; o = line.objects[o].next) {
    const object_life& object = line.objects[o];
    if (!comes(c, object.alive) || is_not_valid(object.terms)) continue;
    if (object.kind == part_kind::primary_key || object.kind == part_kind::unique) return sqlite_way::rebuild;
    if (object.kind == part_kind::foreign_key && has_default(column)) return sqlite_way::rebuild;
  }
  return sqlite_way::native;
}

/// DROP COLUMN takes no column that a constraint of the table names.
template <class Line>
constexpr sqlite_way way_to_drop_column(const Line& line, const instant_record& record, const change& c) {
  for (object_id o = line.tables[record.table].first_object; o >= 0; o = line.objects[o].next)
    if (goes(c, line.objects[o].alive) && line.objects[o].kind != part_kind::index &&
        !is_not_valid(line.objects[o].terms))
      return sqlite_way::rebuild;
  return sqlite_way::native;
}

/// SQLite's DROP TABLE deletes the rows first, one by one (SQLite, "DROP TABLE"): rows of a table that refer
/// to each other would hold that up, unless foreign keys are off.
template <class Line> constexpr bool holds_its_drop_up(const Line& line, table_id table, u32 instant) {
  for (object_id o = line.tables[table].first_incoming; o >= 0; o = line.objects[o].next_incoming) {
    const object_life& key = line.objects[o];
    if (key.table != table || !key.alive.holds(instant)) continue;
    if (key.on_delete == referential_action::restrict || key.on_delete == referential_action::set_default)
      return true;
    for (u16 k = 0; key.on_delete == referential_action::set_null && k < key.key_count; ++k)
      if (!line.column_at(line.keys[key.first_key + k].column, instant).nullable) return true;
  }
  return false;
}

template <class Line> constexpr bool is_used(const Line& line, enumeration_id e, u32 instant) {
  for (i32 s = 0; s < line.column_span_count; ++s)
    if (line.column_spans[s].enumeration == e && line.column_spans[s].alive.holds(instant)) return true;
  return false;
}

template <class Line> constexpr sqlite_way sqlite_way_of(const Line& line, const change& c) {
  const instant_record& record = line.instants[c.at];
  if (record.declared) return sqlite_way::nothing;
  const operation_kind kind = record.done->kind;
  switch (kind) {
  case operation_kind::create_table:
  case operation_kind::drop_table:
    return !is_making(kind, c.down) && holds_its_drop_up(line, record.table, c.from)
               ? sqlite_way::native_without_keys
               : sqlite_way::native;
  case operation_kind::data:
  case operation_kind::execute:
  case operation_kind::create_view:
  case operation_kind::replace_view:
  case operation_kind::drop_view:
  case operation_kind::create_trigger:
  case operation_kind::drop_trigger: return sqlite_way::native;
  case operation_kind::rename_table:
  case operation_kind::rename_column:
    return renames_constraints(line, record.table, c) ? sqlite_way::rename_then_rebuild : sqlite_way::native;
  case operation_kind::add_column:
  case operation_kind::drop_column:
    return is_making(kind, c.down) ? way_to_add_column(line, record, c) : way_to_drop_column(line, record, c);
  case operation_kind::add_constraint:
  case operation_kind::drop_constraint:
  case operation_kind::alter_constraint:
  case operation_kind::rename_constraint:
    // One that is not valid begins to stand when it is proven.
    return is_not_valid(line.objects[record.object].terms) ? sqlite_way::nothing : sqlite_way::rebuild;
  case operation_kind::validate_constraint:
  case operation_kind::alter_column: return sqlite_way::rebuild;
  case operation_kind::create_index:
  case operation_kind::drop_index:
  case operation_kind::rename_index: return sqlite_way::index;
  case operation_kind::add_value:
  case operation_kind::rename_value:
    return is_used(line, record.enumeration, c.to) ? sqlite_way::rebuild_all : sqlite_way::nothing;
  default: return sqlite_way::nothing;
  }
}

/// Whether SQLite builds a table anew for the operation at an instant: foreign keys are off then, and no
/// referential action is carried out in the whole step.
template <class Line> constexpr bool needs_rebuild(const Line& line, u32 at, bool down) {
  const sqlite_way way = sqlite_way_of(line, change_of(at, down));
  return way == sqlite_way::rebuild || way == sqlite_way::rename_then_rebuild ||
         way == sqlite_way::rebuild_all || way == sqlite_way::native_without_keys;
}

/// The operations (instants) of a migration: from `first` to `last`.
struct step_range {
  u32 first{}, last{};
};
template <class Line> constexpr step_range step_of(const Line& line, u32 migration) {
  return {line.last_instants[migration] + 1, line.last_instants[migration + 1]};
}

/// Whether the step of a migration holds a rebuild in one direction.
template <class Line> constexpr bool step_rebuilds(const Line& line, u32 migration, bool down) {
  const step_range step = step_of(line, migration);
  for (u32 at = step.first; at <= step.last; ++at)
    if (needs_rebuild(line, at, down)) return true;
  return false;
}

} // namespace schema
