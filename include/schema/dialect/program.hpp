// Floor 3. A history as the SQL of one backend: what the runtime floor carries out, with no template left in
// it.
#pragma once

#include <schema/model/operation.hpp>
#include <schema/text/packed_text.hpp>

namespace schema {

/// Roles of PostgreSQL's phases stand before all others of a script.
enum class statement_role : u8 {
  sql,          ///< one statement without its semicolon, or the script of an `execute` as it was written
  phase,        ///< sql in a transaction of its own, before that of the step
  concurrently, ///< sql outside of any transaction, before that of the step
  // After an interrupted run alone, removing what that one may have left:
  cleanup,
  cleanup_phase,
  cleanup_concurrently,
  // Not after an interrupted run, where a cleanup does the same to what may be there:
  uninterrupted,
  uninterrupted_concurrently,
  // SQLite's:
  keep_objects, ///< before a SQLite rebuild of `table`: note how many rows it has, and its triggers and
                ///< indexes. Those that the timeline knows are dropped by then: what is left is a user's own
  restore_objects ///< after it: create them again as they were; compare the rows
};

constexpr bool is_sql(statement_role role) { return role < statement_role::keep_objects; }

/// Whether it commits by itself, before the transaction of the step.
constexpr bool is_phase(statement_role role) {
  return role == statement_role::phase || role == statement_role::concurrently ||
         role == statement_role::cleanup_phase || role == statement_role::cleanup_concurrently ||
         role == statement_role::uninterrupted_concurrently;
}
/// Whether it can't stand in a transaction.
constexpr bool is_concurrent(statement_role role) {
  return role == statement_role::concurrently || role == statement_role::cleanup_concurrently ||
         role == statement_role::uninterrupted_concurrently;
}
constexpr bool is_cleanup(statement_role role) {
  return role >= statement_role::cleanup && role <= statement_role::cleanup_concurrently;
}
/// Whether it runs at all, after an interrupted run of its step or without one.
constexpr bool runs(statement_role role, bool interrupted) {
  if (is_cleanup(role)) return interrupted;
  return !interrupted ||
         (role != statement_role::uninterrupted && role != statement_role::uninterrupted_concurrently);
}

struct statement_text {
  constant_text sql; ///< empty unless its role is one of sql
  u16 operation{};   ///< index in its migration, for errors
  statement_role role{};
  constant_text table; ///< keep_objects, restore_objects: the table's name (not quoted) at that moment
};

/// One direction of one migration. Its texts are constants of the program.
struct script_text {
  const statement_text* statements{};
  u32 count{};
  bool rebuilds{}; ///< SQLite: a transaction of its own; foreign_keys=OFF and legacy_alter_table=ON before it
  bool irreversible{}; ///< down only: refuse before touching anything; there are no statements then
};

/// How many statements of a script commit by themselves, before the transaction that ends the step. A script
/// that has any is recorded as started, and can be run from its start after it was interrupted.
constexpr u32 phase_count(const script_text& script) {
  u32 count = 0;
  while (count < script.count && is_phase(script.statements[count].role)) ++count;
  return count;
}

struct step_text {
  u64 version{};
  constant_text title;
  u64 checksum{}; ///< chained: of this migration and all before it
  script_text up, down;
  const constant_text*
      operations{}; ///< what each operation is, for people: `rename_column lessons.title name`
  u32 operation_count{};
};

/// All steps of a history for one backend, versions rising.
struct program {
  backend target{};
  const step_text* steps{};
  u32 count{};
};

} // namespace schema
