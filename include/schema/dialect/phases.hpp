// Floor 3. Safe forms on PostgreSQL: a migration of one operation that would keep others from their rows is
// carried out in phases that commit one by one. Whatever phase is interrupted, the script of either direction
// can be run from its start: it begins by removing what may have been left.
#pragma once

#include <schema/dialect/alter_postgresql.hpp>
#include <schema/dialect/safe_form.hpp>

namespace schema {

namespace postgresql_ddl {

/// An index, or the one that was to become a key.
template <class R> constexpr void remove_index(R& r, object_id o, u32 instant, statement_role role) {
  r.out.begin();
  r.out << "DROP INDEX ";
  if (is_concurrent(role)) r.out << "CONCURRENTLY ";
  if (is_cleanup(role)) r.out << "IF EXISTS ";
  write_placed_name(r, o, instant);
  r.out.end(role);
}

template <class R> constexpr void build_index(R& r, object_id o, u32 instant) {
  r.out.begin();
  if (r.line.objects[o].kind == part_kind::index && !r.line.objects[o].unique)
    r.out << "CREATE INDEX CONCURRENTLY ";
  else
    r.out << "CREATE UNIQUE INDEX CONCURRENTLY ";
  write_index(r, o, instant);
  r.out.end(statement_role::concurrently);
}

/// Makes the index that was built the constraint of its name.
template <class R> constexpr void attach_key(R& r, object_id o, u32 instant) {
  alter_table(r, r.line.objects[o].table, instant) << "ADD CONSTRAINT ";
  write_object_name(r, o, instant);
  if (r.line.objects[o].kind == part_kind::primary_key)
    r.out << " PRIMARY KEY USING INDEX ";
  else
    r.out << " UNIQUE USING INDEX ";
  write_object_name(r, o, instant);
  r.out.end();
}

template <class R> constexpr void remove_constraint(R& r, object_id o, u32 instant, statement_role role) {
  alter_table(r, r.line.objects[o].table, instant) << "DROP CONSTRAINT ";
  if (is_cleanup(role)) r.out << "IF EXISTS ";
  write_object_name(r, o, instant);
  r.out.end(role);
}

/// From here on it holds for rows that are written.
template <class R> constexpr void add_not_valid(R& r, object_id o, u32 instant) {
  alter_table(r, r.line.objects[o].table, instant) << "ADD ";
  write_constraint(r, o, instant);
  r.out << " NOT VALID";
  r.out.end(statement_role::phase);
}

template <class R> constexpr void validate(R& r, object_id o, u32 instant) {
  alter_table(r, r.line.objects[o].table, instant) << "VALIDATE CONSTRAINT ";
  write_object_name(r, o, instant);
  r.out.end();
}

/// A constraint that is not valid is proven; back, it is made anew as it was, for rows that are written.
template <class R> constexpr void validate_constraint(R& r, const instant_record& record, const change& c) {
  if (!c.down) return validate(r, record.object, c.to);
  drop_constraint(r, record.object, c.from);
  each_object(r.line, record.table, c.to, [&](object_id o) {
    if (r.line.objects[o].alive.to == c.at) add_constraint(r, o, c.to);
  });
}

// The CHECK that stands for NOT NULL until it is proven. Names of constraints are their table's own, and no
// other step begins before this one is done or taken back: one name is enough.

template <class R> constexpr void remove_proof(R& r, table_id table, u32 instant, statement_role role) {
  alter_table(r, table, instant) << "DROP CONSTRAINT ";
  if (is_cleanup(role)) r.out << "IF EXISTS ";
  r.out << "\"_schema_not_null\"";
  r.out.end(role);
}

template <class R> constexpr void set_not_null(R& r, column_id column, u32 instant) {
  const table_id table = r.line.columns[column].table;
  remove_proof(r, table, instant, statement_role::cleanup_phase);
  alter_table(r, table, instant) << "ADD CONSTRAINT \"_schema_not_null\" CHECK (";
  r.out.identifier(r.line.column_name(column, instant)) << " IS NOT NULL) NOT VALID";
  r.out.end(statement_role::phase);
  alter_table(r, table, instant) << "VALIDATE CONSTRAINT \"_schema_not_null\"";
  r.out.end(statement_role::phase);
  alter_column(r, column, instant) << "SET NOT NULL";
  r.out.end();
  remove_proof(r, table, instant, statement_role::sql);
}

/// Writes an operation in its safe form. A script has one cleanup at most, and it comes first.
template <class R> constexpr void write_phases(R& r, safe_form form, const change& c) {
  const instant_record& record = r.line.instants[c.at];
  const object_id o = record.object;
  r.pass(c.at);
  r.out.operation = record.ordinal;
  switch (form) {
  case safe_form::build_index:
  case safe_form::attach_key:
    remove_index(r, o, c.to, statement_role::cleanup_concurrently);
    build_index(r, o, c.to);
    if (form == safe_form::attach_key) attach_key(r, o, c.to);
    break;
  case safe_form::drop_index:
    remove_index(r, o, c.from, statement_role::cleanup_concurrently);
    remove_index(r, o, c.from, statement_role::uninterrupted_concurrently);
    break;
  case safe_form::validate:
    remove_constraint(r, o, c.to, statement_role::cleanup_phase);
    add_not_valid(r, o, c.to);
    validate(r, o, c.to);
    break;
  case safe_form::not_null: set_not_null(r, record.column, c.to); break;
  case safe_form::drop_constraint:
    remove_constraint(r, o, c.from, statement_role::cleanup);
    remove_constraint(r, o, c.from, statement_role::uninterrupted);
    break;
  case safe_form::drop_key: // the constraint comes with the last phase: what was interrupted is the index
    remove_index(r, o, c.from, statement_role::cleanup);
    remove_constraint(r, o, c.from, statement_role::uninterrupted);
    break;
  case safe_form::drop_not_null:
    remove_proof(r, record.table, c.to, statement_role::cleanup);
    alter_column(r, record.column, c.to) << "DROP NOT NULL";
    r.out.end();
    break;
  case safe_form::none: break;
  }
}

/// What an interrupted run left, for an operation whose author assumes it safe as it stands since then: it is
/// removed in the one transaction. An index that goes is gone then.
template <class R> constexpr void write_cleanup(R& r, safe_form form, const change& c) {
  const instant_record& record = r.line.instants[c.at];
  const object_id o = record.object;
  r.out.operation = record.ordinal;
  switch (form) {
  case safe_form::build_index:
  case safe_form::attach_key: remove_index(r, o, c.to, statement_role::cleanup); break;
  case safe_form::drop_index:
    remove_index(r, o, c.from, statement_role::cleanup);
    remove_index(r, o, c.from, statement_role::uninterrupted);
    break;
  case safe_form::validate: remove_constraint(r, o, c.to, statement_role::cleanup); break;
  case safe_form::not_null: remove_proof(r, record.table, c.to, statement_role::cleanup); break;
  default: break;
  }
}

} // namespace postgresql_ddl
} // namespace schema
