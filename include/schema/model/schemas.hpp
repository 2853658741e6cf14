// Floor 2. Schemas of PostgreSQL besides the default one: a name that stands or does not. The operations
// themselves tell. What stands in one has it before its name, audit.event.
#pragma once

#include <schema/model/timeline.hpp>

namespace schema {

constexpr bool is_of_schema(operation_kind kind) {
  return kind == operation_kind::create_schema || kind == operation_kind::drop_schema;
}

/// The instant at which a schema was made that stands at another, told by the hash of its name; 0 for none.
template <class Line> constexpr u32 schema_at(const Line& line, u64 hash, u32 instant) {
  for (u32 at = instant; at > 0; --at) {
    const operation* const done = line.instants[at].done;
    if (done && is_of_schema(done->kind) && done->from->hash == hash)
      return done->kind == operation_kind::create_schema ? at : 0;
  }
  return 0;
}

/// Calls `visit(name)` for the schemas that stand at an instant, in the order in which they came.
template <class Line, class Visit> constexpr void each_schema(const Line& line, u32 instant, Visit&& visit) {
  for (u32 at = 1; at <= instant; ++at) {
    const operation* const done = line.instants[at].done;
    if (done && done->kind == operation_kind::create_schema &&
        schema_at(line, done->from->hash, instant) == at)
      visit(done->from);
  }
}

template <class Line> constexpr short_name nearest_schema(const Line& line, text_view wanted, u32 instant) {
  nearest_name nearest{wanted};
  each_schema(line, instant, [&](name id) { nearest.offer(id->view()); });
  return nearest.best;
}

/// The hash under which a constraint or an index of a table is kept: those of a schema share its names.
template <class Line> constexpr u64 placed_hash(const Line& line, table_id table, u64 hash) {
  if constexpr (Line::has_schemas)
    if (const name of = line.last_name(table); of->is_pair()) return pair_hash(hash_name(of->place()), hash);
  return hash;
}

namespace folding {

/// Whether the schema of a name stands, where it has one; of a schema that does not, the timeline's finding
/// says so. The declared tables say where they are, and declare no schemas.
template <class Timeline> constexpr bool accept_place(Timeline& line, name wanted) {
  if (!wanted->is_pair() || line.version == 0) return true;
  const text_view place = wanted->place();
  return schema_at(line, hash_name(place), line.now) != 0 ||
         line.fail({.broken = rule::no_such_schema,
                    .table = wanted,
                    .object = place,
                    .hint = nearest_schema(line, place, line.now)});
}

/// A relation that is not there: neither is its schema, perhaps.
template <class Timeline> constexpr bool fail_missing(Timeline& line, name wanted, const finding& f) {
  return accept_place(line, wanted) && line.fail(f);
}

template <class Timeline> constexpr bool create_schema(Timeline& line, const operation& o) {
  if (!o.from->is_plain || o.from->fault != name_fault::none)
    return line.fail({.broken = rule::name_refused, .table = o.from});
  const bool stands = o.from->view() == "public" || o.from->view() == "information_schema" ||
                      schema_at(line, o.from->hash, line.now - 1) != 0;
  return !stands || line.fail({.broken = rule::schema_exists, .object = o.from});
}

template <class Timeline> constexpr bool drop_schema(Timeline& line, const operation& o) {
  if (schema_at(line, o.from->hash, line.now - 1) == 0)
    return line.fail({.broken = rule::no_such_schema,
                      .object = o.from,
                      .hint = nearest_schema(line, o.from->view(), line.now - 1)});
  const auto is_in_it = [&](name id) { return id->place() == o.from->view(); };
  const auto fail = [&](name holds) {
    return line.fail({.broken = rule::still_referenced, .object = o.from, .other = holds});
  };
  for (table_id t = 0; t < line.table_count; ++t)
    if (line.tables[t].alive.to == forever && is_in_it(line.last_name(t))) return fail(line.last_name(t));
  for (enumeration_id e = 0; e < line.enumeration_count; ++e)
    if (line.enumerations[e].alive.to == forever && is_in_it(line.enumerations[e].id))
      return fail(line.enumerations[e].id);
  return true;
}

} // namespace folding
} // namespace schema
