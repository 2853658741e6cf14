// Floor 2. Extensions of PostgreSQL: a name that stands or does not. The operations themselves tell.
#pragma once

#include <schema/model/timeline.hpp>

namespace schema {

/// The instant at which an extension was made that stands at another; 0 for none.
template <class Line> constexpr u32 extension_at(const Line& line, name wanted, u32 instant) {
  for (u32 at = instant; at > 0; --at) {
    const operation* const done = line.instants[at].done;
    if (!done) continue;
    const bool is_made = done->kind == operation_kind::create_extension;
    if ((is_made || done->kind == operation_kind::drop_extension) && same_name(done->from, wanted))
      return is_made ? at : 0;
  }
  return 0;
}

/// Calls `visit(name)` for the extensions that stand at an instant, in the order in which they came, until
/// one answers false; returns whether none did.
template <class Line, class Visit>
constexpr bool each_extension(const Line& line, u32 instant, Visit&& visit) {
  for (u32 at = 1; at <= instant; ++at) {
    const operation* const done = line.instants[at].done;
    if (done && done->kind == operation_kind::create_extension &&
        extension_at(line, done->from, instant) == at && !visit(done->from))
      return false;
  }
  return true;
}

template <class Line> constexpr short_name nearest_extension(const Line& line, name wanted, u32 instant) {
  nearest_name nearest{wanted->view()};
  each_extension(line, instant, [&](name id) {
    nearest.offer(id->view());
    return true;
  });
  return nearest.best;
}

namespace folding {

/// PostgreSQL's own begin with pg_.
template <class Timeline> constexpr bool create_extension(Timeline& line, const operation& o) {
  if (o.from->fault != name_fault::none && o.from->fault != name_fault::reserved_prefix)
    return line.fail({.broken = rule::name_refused, .table = o.from});
  return extension_at(line, o.from, line.now - 1) == 0 ||
         line.fail({.broken = rule::extension_exists, .object = o.from});
}

template <class Timeline> constexpr bool drop_extension(Timeline& line, const operation& o) {
  return extension_at(line, o.from, line.now - 1) != 0 ||
         line.fail({.broken = rule::no_such_extension,
                    .object = o.from,
                    .hint = nearest_extension(line, o.from, line.now - 1)});
}

} // namespace folding
} // namespace schema
