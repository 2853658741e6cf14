// Floor 3. Which operations PostgreSQL can be given in a safe form; phases.hpp writes it.
#pragma once

#include <schema/dialect/change.hpp>
#include <schema/dialect/sqlite_way.hpp>

namespace schema {

/// How PostgreSQL is given the one operation of a migration, in one direction.
enum class safe_form : u8 {
  none,        ///< as it stands, in the transaction of its migration
  build_index, ///< CREATE INDEX CONCURRENTLY
  drop_index,  ///< DROP INDEX CONCURRENTLY
  validate,    ///< a CHECK or a foreign key that is NOT VALID at first, then validated
  attach_key,  ///< a key: its index is built CONCURRENTLY, then it becomes the constraint
  not_null,    ///< NOT NULL that a validated CHECK proves, so that no row is read under the lock
  // One transaction as ever, but it may be the way back of a form above that was interrupted:
  drop_constraint,
  drop_key,
  drop_not_null
};

/// Whether it commits in phases: it has a started row in the history then.
constexpr bool has_phases(safe_form form) {
  return form != safe_form::none && form < safe_form::drop_constraint;
}

/// The safe form of an operation, were it alone in its migration.
template <class Line> constexpr safe_form safe_form_at(const Line& line, u32 at, bool down) {
  const instant_record& record = line.instants[at];
  const operation_kind kind = record.done->kind;
  const bool making = is_making(kind, down);
  switch (kind) {
  case operation_kind::create_index:
  case operation_kind::drop_index: return making ? safe_form::build_index : safe_form::drop_index;
  case operation_kind::add_constraint:
  case operation_kind::drop_constraint:
    if (is_not_valid(line.objects[record.object].terms)) return safe_form::none;
    if (Line::is_relation(line.objects[record.object].kind)) // a key
      return making ? safe_form::attach_key : safe_form::drop_key;
    return making ? safe_form::validate : safe_form::drop_constraint;
  case operation_kind::alter_column: {
    const change c = change_of(at, down);
    const column_span &was = line.column_at(record.column, c.from), &is = line.column_at(record.column, c.to);
    if (was.nullable == is.nullable || is_recollated(line, record.column, c.from, c.to) || retypes(line, c) ||
        !same_default(was.value, is.value))
      return safe_form::none;
    return is.nullable ? safe_form::drop_not_null : safe_form::not_null;
  }
  default: return safe_form::none;
  }
}

/// The safe form of a migration; none where it has several operations, or its author assumes it safe as it
/// stands.
template <class Line> constexpr safe_form safe_form_of(const Line& line, u32 migration, bool down) {
  const step_range step = step_of(line, migration);
  if (step.first != step.last || line.instants[step.first].done->is_assumed_safe()) return safe_form::none;
  return safe_form_at(line, step.first, down);
}

} // namespace schema
