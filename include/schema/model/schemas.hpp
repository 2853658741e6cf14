// Floor 2. Schemas of PostgreSQL besides the default one: a name that stands or does not. The operations
// themselves tell. What stands in one has it before its name, audit.event. A history that has none need not
// include this: the fold finds it in the namespace of the timeline.
#pragma once

#include <schema/model/fold_object.hpp>
#include <schema/sql/query.hpp>

namespace schema {

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

// -- constraints and indexes, whose names live in the schema of their table

/// The hash under which one is kept.
template <class Line> constexpr u64 placed_hash(const Line& line, table_id table, u64 hash) {
  const name of = line.last_name(table);
  return of->is_pair() ? pair_hash(hash_name(of->place()), hash) : hash;
}

/// A name with the schema of a table before it, where it is in one.
constexpr short_name placed_beside(name table, text_view own) {
  short_name out = table->place();
  if (table->is_pair()) out.append(".");
  out.append(own);
  return out;
}
template <class Line> constexpr short_name placed_name(const Line& line, object_id id, u32 instant) {
  return placed_beside(line.table_name(line.objects[id].table, instant),
                       object_name(line, id, instant).view());
}

/// The new name of a constraint, or of an index, which says its schema and stays in it. `hash` is the one
/// that it is kept under.
template <class Timeline>
constexpr bool accept_new_name(Timeline& line, const operation& o, table_id of, u64& hash) {
  const name table = line.last_name(of);
  const bool is_index = o.kind == operation_kind::rename_index;
  if (!is_index) hash = placed_hash(line, of, hash);
  if (!is_index || !(o.to->is_pair() || table->is_pair())) return folding::accept_name(line, o.to, table);
  return o.to->place() == table->place() || line.fail({.broken = rule::name_refused,
                                                       .table = table,
                                                       .object = o.to,
                                                       .hint = placed_beside(table, o.to->own())});
}

/// Whether a rename_table is for another schema.
template <class Line> constexpr bool moves(const Line&, const operation& o) {
  return !(o.table->place() == o.to->place());
}

/// Takes all that is a table's own along to another schema, where the names must be free.
template <class Timeline, class Rename>
constexpr bool move_names(Timeline& line, const operation& o, table_id table, Rename&& rename) {
  if (!(o.table->own() == o.to->own()))
    return line.fail({.broken = rule::moved_and_renamed, .table = o.table, .other = o.to});
  rename();
  for (object_id x = line.tables[table].first_object; x >= 0; x = line.objects[x].next) {
    const object_life& object = line.objects[x];
    if (object.alive.to != forever) continue;
    const short_name id = object_name(line, x, line.now);
    const u64 hash = placed_hash(line, table, hash_name(id.view()));
    const i32 entry = line.unlink(object.hash, entry_kind::object, x);
    if (!folding::is_free(line, table, object.kind, hash))
      return folding::fail_taken(line, table, object.kind, id);
    line.enter_again(entry, hash);
  }
  return true;
}

// -- names that are told

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

/// The same of a pair of names in SQL, marks included; `f` says where it stands.
template <class Timeline> constexpr bool accept_place_in(Timeline& line, text_view pair, finding f) {
  text_view place = pair.substr(0, pair.find('.'));
  if (place[0] == '"') place = place.substr(1, place.size() - 2);
  if (line.version == 0 || schema_at(line, hash_name(place), line.now) != 0) return true;
  f.broken = rule::no_such_schema;
  f.object = place;
  f.hint = nearest_schema(line, place, line.now);
  return line.fail(f);
}

/// The hash of what a source without an alias is called in its statement: its name without its schema.
template <class Line>
constexpr u64 source_hash(const Line&, const sql::expression& tree, const sql::node& source) {
  if (source.operation != sql::binary_operator::dot) return source.hash;
  const text_view pair = tree.at(source), own = pair.substr(pair.find('.') + 1);
  return hash_name(own[0] == '"' ? own.substr(1, own.size() - 2) : own);
}

// -- schemas come and go

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

template <class Timeline> constexpr bool apply_to_schema(Timeline& line, const operation& o) {
  const bool makes = o.kind == operation_kind::create_schema;
  if constexpr (Timeline::asks_sqlite)
    return line.fail({.broken = rule::not_on_sqlite,
                      .object = o.from,
                      .other = text_view(makes ? "create_schema" : "drop_schema")});
  else
    return makes ? create_schema(line, o) : drop_schema(line, o);
}

} // namespace schema
