// Floor 2. What functions and triggers use: their text can't follow, so that it is neither taken away, nor
// renamed, nor retyped while they stand.
#pragma once

#include <schema/model/timeline.hpp>

// What the fold calls where a history has functions or triggers stands in the namespace of the timeline,
// which is how it is found: <schema/triggers.hpp> brings it, and nobody else pays for it.
namespace schema {

/// Calls `visit(table, column)` for all that a function or a trigger says it uses, until one answers true;
/// returns whether one did. A table that is null stands before a function; a column that is null, for all of
/// the table.
template <class Visit> constexpr bool any_use(const operation& made, Visit&& visit) {
  for (u16 i = 0; i < made.label_count; i += 2)
    if (visit(made.labels[i], made.labels[i + 1])) return true;
  return false;
}

/// Whether a function or a trigger says that it calls a function.
constexpr bool calls(const operation& made, name function) {
  return any_use(made, [&](name table, name used) { return !table && same_name(used, function); });
}

/// The function or the trigger that stands under a name; -1 for none.
template <class Timeline> constexpr i32 find_routine(const Timeline& line, name wanted, entry_kind kind) {
  if constexpr (Timeline::has_routines)
    for (i32 e = line.name_buckets[u32(wanted->hash) & line.name_mask]; e > 0; e = line.entries[e - 1].next) {
      const name_entry& entry = line.entries[e - 1];
      if (entry.hash == wanted->hash && entry.kind == kind &&
          same_name(line.routines[entry.id].made->from, wanted))
        return entry.id;
    }
  return -1;
}

template <class Timeline>
constexpr short_name nearest_routine(const Timeline& line, name wanted, bool is_trigger) {
  nearest_name nearest{wanted->view()};
  if constexpr (Timeline::has_routines)
    for (i32 r = 0; r < line.routine_count; ++r)
      if (line.routines[r].alive.to == forever && line.routines[r].is_trigger() == is_trigger)
        nearest.offer(line.routines[r].made->from->view());
  return nearest.best;
}

/// Whether a function or a trigger uses a table, in part at least, or a column of it; a trigger its own
/// table.
template <class Timeline>
constexpr bool uses_table(const Timeline& line, const routine_life& routine, table_id table,
                          column_id column = -1) {
  if (column < 0 && routine.table == table) return true;
  const name id = line.last_name(table), own = column < 0 ? nullptr : line.last_column(column).id;
  return any_use(*routine.made, [&](name of, name used) {
    return of && same_name(of, id) && (!own || !used || same_name(used, own));
  });
}

/// Refuses to touch a table, or a column, that a function or a trigger uses.
template <class Timeline>
constexpr bool accept_unused(Timeline& line, table_id table, column_id column = -1) {
  for (i32 r = 0; r < line.routine_count; ++r) {
    const routine_life& routine = line.routines[r];
    if (routine.alive.to != forever || !uses_table(line, routine, table, column)) continue;
    finding f{.broken = rule::still_referenced, .table = line.last_name(table), .other = routine.made->from};
    if (column >= 0) f.object = line.last_column(column).id;
    return line.fail(f);
  }
  return true;
}

} // namespace schema
