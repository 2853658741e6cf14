// Floor 3. One migration in one direction, as the statements of a backend.
#pragma once

#include <schema/dialect/alter_sqlite.hpp>
#include <schema/dialect/deferral_postgresql.hpp>
#include <schema/dialect/enumeration_postgresql.hpp>
#include <schema/dialect/extension_postgresql.hpp>
#include <schema/dialect/phases.hpp>
#include <schema/dialect/statement.hpp>
#include <schema/dialect/view.hpp>

namespace schema {

template <class R> constexpr void run_statement(R& r, const operation& o, bool down) {
  const sql::statement* s = down ? o.down : o.up;
  if (s) r.out.statement([&] { write_statement(r, *s); });
}

template <class R> constexpr void run_script(R& r, const operation& o, bool down, bool in_rebuild) {
  const sql::script* s = o.scripts[down][u8(r.target)];
  if (!s) return;
  sqlite_ddl::with_followed_renames(r, in_rebuild, [&] { r.out.statement([&] { r.out << s->sent(); }); });
}

/// What is the same on both backends: tables come and go, indexes too, rows are changed, scripts are run.
template <class R>
constexpr void write_plain(R& r, const instant_record& record, const change& c, bool in_rebuild) {
  switch (record.done->kind) {
  case operation_kind::create_table:
  case operation_kind::drop_table:
    if (is_making(record.done->kind, c.down)) {
      write_create_table(r, record.table, c.to);
      create_indexes(r, record.table, c.to);
      if constexpr (R::alters_constraints)
        if (!r.is_sqlite) postgresql_ddl::add_apart(r, record.table, c.to);
      if constexpr (R::has_traits)
        r.is_sqlite ? begin_sequence(r, record.table, c.to, false)
                    : postgresql_ddl::write_comments(r, record.table, c.to);
    } else {
      write_drop_table(r, record.table, c.from);
    }
    break;
  case operation_kind::data: run_statement(r, *record.done, c.down); break;
  case operation_kind::execute: run_script(r, *record.done, c.down, in_rebuild); break;
  case operation_kind::create_view:
  case operation_kind::drop_view:
    is_making(record.done->kind, c.down) ? write_create_view(r, record.table, c.to)
                                         : write_drop_table(r, record.table, c.from);
    break;
  case operation_kind::replace_view: replace_view(r, record.table, c); break;
  case operation_kind::refresh_view: refresh_view(r, record.table, c); break;
  default:
    if constexpr (R::has_routines)
      if (is_of_routine(record.done->kind)) change_routine(r, record, c);
  }
}

template <class R> constexpr void write_on_postgresql(R& r, const change& c) {
  using namespace postgresql_ddl;
  const instant_record& record = r.line.instants[c.at];
  r.pass(c.at);
  if (record.declared) return;
  r.out.operation = record.ordinal;
  const operation_kind kind = record.done->kind;
  const bool making = is_making(kind, c.down);
  switch (kind) {
  case operation_kind::rename_table: rename_table(r, record.table, c); break;
  case operation_kind::rename_column: rename_column(r, record, c); break;
  case operation_kind::add_column:
  case operation_kind::drop_column: making ? add_column(r, record, c) : drop_column(r, record, c); break;
  case operation_kind::alter_column: alter_column(r, record, c); break;
  case operation_kind::add_constraint:
  case operation_kind::drop_constraint:
  case operation_kind::create_index:
  case operation_kind::drop_index:
    making ? add_object(r, record.object, c.to) : drop_object(r, record.object, c.from);
    break;
  case operation_kind::rename_constraint:
  case operation_kind::rename_index: rename_object(r, record.object, c); break;
  case operation_kind::create_enumeration:
  case operation_kind::drop_enumeration:
    making ? create_enumeration(r, record.enumeration, c.to) : drop_enumeration(r, record.enumeration);
    break;
  case operation_kind::add_value:
    c.down ? remove_value(r, record.enumeration, c) : add_value(r, record, c.to);
    break;
  case operation_kind::rename_value: rename_value(r, record, c); break;
  case operation_kind::create_extension:
  case operation_kind::drop_extension:
    if constexpr (R::has_extensions) change_extension(r, *record.done, c);
    break;
  case operation_kind::create_schema:
  case operation_kind::drop_schema:
    if constexpr (R::has_schemas) change_schema(r, *record.done, c);
    break;
  case operation_kind::alter_constraint:
    if constexpr (R::alters_constraints) alter_constraint(r, record, c);
    break;
  case operation_kind::validate_constraint:
    if constexpr (R::alters_constraints) validate_constraint(r, record, c);
    break;
  case operation_kind::set_comment:
    if constexpr (R::has_traits) write_comment(r, record.table, record.column, c.to);
    break;
  default: write_plain(r, record, c, false);
  }
}

template <class R> constexpr void write_on_sqlite(R& r, const change& c, bool in_rebuild) {
  const instant_record& record = r.line.instants[c.at];
  const operation_kind kind = record.done->kind;
  switch (kind) {
  case operation_kind::rename_table:
  case operation_kind::rename_column:
    sqlite_ddl::rename(r, record, c, in_rebuild);
    sqlite_ddl::rename_indexes(r, record.table, c);
    break;
  case operation_kind::add_column:
  case operation_kind::drop_column:
    is_making(kind, c.down) ? sqlite_ddl::add_column(r, record, c) : sqlite_ddl::drop_column(r, record, c);
    break;
  case operation_kind::create_index:
  case operation_kind::drop_index:
  case operation_kind::rename_index: sqlite_ddl::change_index(r, record, c); break;
  case operation_kind::add_value:
  case operation_kind::rename_value: sqlite_ddl::rebuild_all(r, record, c); break;
  default: write_plain(r, record, c, in_rebuild);
  }
}

/// The operations of a step in the order of a direction.
struct step_walk {
  step_range step;
  bool down{};
  u32 done{};

  constexpr bool at_end() const { return step.first + done > step.last; }
  constexpr change now() const { return change_of(down ? step.last - done : step.first + done, down); }
};

constexpr bool is_rebuild(sqlite_way way) {
  return way == sqlite_way::rebuild || way == sqlite_way::rename_then_rebuild;
}

/// Writes a run of changes of one table that are one rebuild, or else each by itself.
template <class R>
constexpr void write_run(R& r, step_walk walk, u32 end, const rebuild& b, bool rebuilds, bool in_rebuild) {
  for (; walk.done < end; ++walk.done) {
    const change c = walk.now();
    const instant_record& record = r.line.instants[c.at];
    if (R::has_traits && record.done->kind == operation_kind::set_comment) continue; // nothing to do here
    r.pass(c.at); // not before what stands in front of it is written
    r.out.operation = record.ordinal;
    if (!rebuilds)
      write_on_sqlite(r, c, in_rebuild);
    else if (sqlite_ddl::is_rename(record.done->kind))
      sqlite_ddl::rename(r, record, c, in_rebuild);
  }
  if (rebuilds) rebuild_table(r, b);
}

/// Rebuilds of one table that follow each other, with renames of its columns and its indexes between, are
/// one.
template <class R> constexpr void write_step_on_sqlite(R& r, step_walk walk, bool in_rebuild) {
  while (!walk.at_end()) {
    const step_walk begun = walk;
    const change c = walk.now();
    const sqlite_way way = sqlite_way_of(r.line, c);
    const operation_kind kind = r.line.instants[c.at].done->kind;
    ++walk.done;
    if (way == sqlite_way::nothing) {
      r.pass(c.at);
      continue;
    }
    rebuild b{.table = r.line.instants[c.at].table, .from = c.from, .to = c.to};
    sqlite_ddl::join(r.line, b, c);
    bool rebuilds = is_rebuild(way);
    const bool may_grow = rebuilds || way == sqlite_way::index || kind == operation_kind::rename_column;
    const bool moves_column = kind == operation_kind::add_column || kind == operation_kind::drop_column;
    for (; may_grow && !moves_column && !walk.at_end(); ++walk.done) {
      const change next = walk.now();
      if (!sqlite_ddl::joins(r.line, b, next)) break;
      sqlite_ddl::join(r.line, b, next);
      rebuilds = rebuilds || is_rebuild(sqlite_way_of(r.line, next));
    }
    write_run(r, begun, walk.done, b, rebuilds, in_rebuild);
  }
}

/// Writes a migration in one direction, and says whether it rebuilds.
template <class R> constexpr bool write_step(R& r, u32 migration, bool down) {
  step_walk walk{step_of(r.line, migration), down};
  if (r.is_sqlite) {
    const bool rebuilds = step_rebuilds(r.line, migration, down);
    write_step_on_sqlite(r, walk, rebuilds);
    return rebuilds;
  }
  const bool is_alone = walk.step.first == walk.step.last;
  const safe_form form = is_alone ? safe_form_at(r.line, walk.step.first, down) : safe_form::none;
  const bool is_assumed_safe = has_phases(form) && r.line.instants[walk.step.first].done->is_assumed_safe();
  if (form != safe_form::none && !is_assumed_safe) {
    postgresql_ddl::write_phases(r, form, walk.now());
    return false;
  }
  if (is_assumed_safe) postgresql_ddl::write_cleanup(r, form, walk.now());
  if (is_assumed_safe && form == safe_form::drop_index) return false;
  if constexpr (R::defers_keys) {
    postgresql_ddl::deferred_checks<R> checks{r};
    for (; !walk.at_end(); ++walk.done) {
      checks.before(walk.now());
      write_on_postgresql(r, walk.now());
    }
    checks.settle(down ? walk.step.first - 1 : walk.step.last);
  } else {
    for (; !walk.at_end(); ++walk.done) write_on_postgresql(r, walk.now());
  }
  return false;
}

/// A step that is not written, for there is no way back.
template <class R> constexpr void pass_step(R& r, u32 migration) {
  const step_range step = step_of(r.line, migration);
  for (u32 at = step.first; at <= step.last; ++at) r.pass(at);
}

/// Whether a migration can't be undone.
template <class Line> constexpr bool is_step_irreversible(const Line& line, u32 migration) {
  const step_range step = step_of(line, migration);
  for (u32 at = step.first; at <= step.last; ++at)
    if (is_irreversible(line, at)) return true;
  return false;
}

} // namespace schema
