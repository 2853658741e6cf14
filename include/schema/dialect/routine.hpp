// Floor 3. Functions and triggers: their text as it is written, behind a CREATE of the library's own. Found
// by what writes steps in the namespace of the timeline, as the fold finds model/routine_use.hpp.
#pragma once

#include <schema/dialect/change.hpp>

namespace schema {

template <class R>
constexpr void write_create_routine(R& r, const routine_life& routine, bool replaces = false) {
  const sql::script* s = routine.text(r.target);
  if (!s) return;
  r.out.begin();
  r.out << (replaces ? text_view("CREATE OR REPLACE ") : text_view("CREATE "));
  r.out << s->sent().substr(routine.begin[u8(r.target)]);
  r.out.end();
}

template <class R> constexpr void write_drop_routine(R& r, const routine_life& routine, u32 instant) {
  if (!routine.text(r.target)) return;
  r.out.begin();
  r.out << (routine.is_trigger() ? text_view("DROP TRIGGER ") : text_view("DROP ROUTINE "));
  r.out.identifier(routine.made->from);
  if (routine.is_trigger() && !r.is_sqlite) {
    r.out << " ON ";
    r.out.identifier(r.line.table_name(routine.table, instant));
  }
  r.out.end();
}

/// The text that a function had until it was replaced at an instant.
template <class Line> constexpr i32 replaced_at(const Line& line, u32 at) {
  i32 was = line.instants[at].object - 1;
  while (line.routines[was].alive.to != at || line.routines[was].is_trigger()) --was;
  return was;
}

template <class R> constexpr void replace_function(R& r, const change& c) {
  const i32 former = replaced_at(r.line, c.at), later = r.line.instants[c.at].object;
  const routine_life &was = r.line.routines[c.down ? later : former],
                     &is = r.line.routines[c.down ? former : later];
  const bool replaces = was.signature == is.signature;
  if (!replaces) write_drop_routine(r, was, c.from);
  write_create_routine(r, is, replaces);
}

/// A function or a trigger comes, goes or gets another text.
template <class R> constexpr void change_routine(R& r, const instant_record& record, const change& c) {
  const operation_kind kind = record.done->kind;
  if (kind == operation_kind::replace_function) return r.is_sqlite ? void() : replace_function(r, c);
  const routine_life& routine = r.line.routines[record.object];
  is_making(kind, c.down) ? write_create_routine(r, routine) : write_drop_routine(r, routine, c.from);
}

/// Takes triggers that stand before and after a change out of its way, and makes them again behind it.
/// `is_in_the_way(trigger)` says which.
template <class R, class Is, class Change>
constexpr void without_triggers(R& r, const change& c, Is&& is_in_the_way, Change&& carry_out) {
  const auto each = [&](auto&& act) {
    for (i32 i = 0; i < r.line.routine_count; ++i) {
      const routine_life& routine = r.line.routines[i];
      if (routine.is_trigger() && routine.alive.holds(c.from) && routine.alive.holds(c.to) &&
          is_in_the_way(routine))
        act(routine);
    }
  };
  each([&](const routine_life& trigger) { write_drop_routine(r, trigger, c.from); });
  carry_out();
  each([&](const routine_life& trigger) { write_create_routine(r, trigger); });
}

} // namespace schema
