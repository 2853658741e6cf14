// Floor 2. Functions and triggers at the end of the history against those that the code declares.
#pragma once

#include <schema/model/checksum.hpp>
#include <schema/model/comparison.hpp>
#include <schema/model/routine_use.hpp>

namespace schema {

/// Whether two operations make the same function, or the same trigger on a table of the same name.
constexpr bool same_routine(const operation& a, const operation& b) {
  for (u32 i = 0; i < backend_count; ++i)
    if (checksum_of(a.scripts[0][i]) != checksum_of(b.scripts[0][i])) return false;
  return !a.table || same_name(a.table, b.table);
}

/// Calls `visit(routine, found)` for the functions and triggers that stand at the end of one side; `found` is
/// the one of that name on the other side, -1 for none.
template <class Side, class Other, class Visit>
constexpr void each_routine(const Side& side, const Other& other, Visit&& visit) {
  if constexpr (Side::has_routines)
    for (i32 r = 0; r < side.routine_count; ++r) {
      const routine_life& routine = side.routines[r];
      if (routine.alive.to == forever)
        visit(routine, find_routine(other, routine.made->from,
                                    routine.is_trigger() ? entry_kind::trigger : entry_kind::function));
    }
}

template <class History, class Declared>
constexpr void compare_routines(const History& history, const Declared& declared, finding_list& out) {
  const auto finding_of = [](rule function, rule trigger, const operation& made, short_name hint = {}) {
    return finding{
        .broken = made.table ? trigger : function, .table = made.table, .object = made.from, .hint = hint};
  };
  each_routine(declared, history, [&](const routine_life& r, i32 found) {
    if (out.is_full()) return;
    if (found < 0)
      out.add(finding_of(rule::history_lacks_function, rule::history_lacks_trigger, *r.made,
                         nearest_routine(history, r.made->from, r.is_trigger())));
    else if constexpr (History::has_routines)
      if (!same_routine(*history.routines[found].made, *r.made))
        out.add(finding_of(rule::function_differs, rule::trigger_differs, *r.made));
  });
  each_routine(history, declared, [&](const routine_life& r, i32 found) {
    if (found < 0 && !out.is_full())
      out.add(finding_of(rule::tables_lack_function, rule::tables_lack_trigger, *r.made));
  });
}

} // namespace schema
