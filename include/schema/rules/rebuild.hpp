// Floor 4. A SQLite rebuild switches foreign keys off for its whole step: what counts on a referential action
// there would be left undone.
#pragma once

#include <schema/dialect/sqlite_way.hpp>

#include <initializer_list>

namespace schema {

constexpr bool changes_rows(referential_action action) {
  return action != referential_action::no_action && action != referential_action::restrict;
}

/// Whether a statement may change columns that a foreign key refers to: it has UPDATE in it and names one.
template <class Timeline>
constexpr bool may_update_target(const Timeline& line, const sql::statement& s, const object_life& foreign,
                                 u32 instant) {
  constexpr u64 update = hash_name("update");
  bool updates = false, names_target = false;
  for (u16 i = 0; i < s.token_count; ++i) {
    updates = updates || s.tokens[i].hash == update;
    for (u16 k = 0; k < foreign.key_count && !names_target; ++k) {
      const column_id c = line.keys[foreign.first_key + foreign.key_count + k].column;
      names_target = s.tokens[i].hash == line.column_name(c, instant)->hash;
    }
  }
  return updates && names_target;
}

/// A foreign key whose action a statement counts on at an instant; -1 for none.
template <class Timeline>
constexpr object_id counts_on(const Timeline& line, const sql::statement& s, table_id changed, u32 instant) {
  for (object_id f = line.tables[changed].first_incoming; f >= 0; f = line.objects[f].next_incoming) {
    const object_life& foreign = line.objects[f];
    if (!foreign.alive.holds(instant)) continue;
    if (s.kind == sql::statement_kind::delete_rows
            ? changes_rows(foreign.on_delete)
            : changes_rows(foreign.on_update) && may_update_target(line, s, foreign, instant))
      return f;
  }
  return -1;
}

/// The first operation of a step that SQLite carries out by a rebuild; 0 for none.
template <class Timeline> constexpr u32 first_rebuild(const Timeline& line, u32 migration, bool down) {
  const step_range step = step_of(line, migration);
  for (u32 at = step.first; at <= step.last; ++at)
    if (needs_rebuild(line, at, down)) return at;
  return 0;
}

/// The first data statement of a sound history that counts on a referential action in a step, up or down,
/// that holds a rebuild.
template <class Timeline>
constexpr finding find_rebuild_fault(const Timeline& line, const migration_definition* const* migrations) {
  for (u32 at = 1; at <= line.now; ++at) {
    const instant_record& record = line.instants[at];
    if (record.done->kind != operation_kind::data) continue;
    for (const bool down : {false, true}) {
      const table_id changed = record.changed[down];
      if (changed < 0 || line.tables[changed].first_incoming < 0) continue;
      const sql::statement& s = down ? *record.done->down : *record.done->up;
      const object_id relied = counts_on(line, s, changed, at);
      const u32 rebuilt = relied < 0 ? 0 : first_rebuild(line, record.migration, down);
      if (!rebuilt) continue;
      const sql::node& named = s.target();
      const table_id table = line.instants[rebuilt].table;
      return {.broken = rule::rebuild_with_referential_action,
              .table = line.table_name(changed, at),
              .object = table < 0 ? name(nullptr) : line.table_name(table, rebuilt),
              .other = object_name(line, relied, at),
              .version = migrations[record.migration]->version,
              .operation = record.ordinal,
              .text = s.text,
              .text_size = s.size,
              .begin = named.begin,
              .size = named.size};
    }
  }
  return {};
}

} // namespace schema
