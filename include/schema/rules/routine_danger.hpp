// Floor 4. Functions that programs call. Found by danger.hpp in the namespace of the timeline, as the fold
// finds model/routine_use.hpp.
#pragma once

#include <schema/model/timeline.hpp>

namespace schema {

/// Whether a function with the same arguments and the same result stands at an instant.
template <class Line>
constexpr bool has_its_like(const Line& line, const routine_life& function, u32 instant) {
  for (i32 r = 0; r < line.routine_count; ++r)
    if (line.routines[r].alive.holds(instant) && !line.routines[r].is_trigger() &&
        same_name(line.routines[r].made->from, function.made->from))
      return line.routines[r].signature == function.signature;
  return false;
}

/// Whether the function that an operation ends leaves nobody behind: it is new in its migration, one like it
/// stands at the end of that, or it returns a trigger, so that programs never called it.
template <class Line> constexpr bool leaves_callers(const Line& line, u32 at) {
  const u32 migration = line.instants[at].migration;
  for (i32 r = 0; r < line.routine_count; ++r) {
    const routine_life& gone = line.routines[r];
    if (gone.alive.to == at && !gone.is_trigger())
      return gone.returns_trigger || line.instants[gone.alive.from].migration == migration ||
             has_its_like(line, gone, line.last_instants[migration + 1]);
  }
  return true;
}

} // namespace schema
