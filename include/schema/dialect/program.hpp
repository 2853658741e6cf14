// Floor 3. A history as the SQL of one backend: what the runtime floor carries out, with no template left in
// it.
#pragma once

#include <schema/model/operation.hpp>
#include <schema/text/packed_text.hpp>

namespace schema {

enum class statement_role : u8 {
  sql,          ///< one statement without its semicolon, or the script of an `execute` as it was written
  keep_objects, ///< before a SQLite rebuild of `table`: note how many rows it has, and its triggers and
                ///< indexes. Those that the timeline knows are dropped by then: what is left is a user's own
  restore_objects ///< after it: create them again as they were; compare the rows
};

struct statement_text {
  constant_text sql; ///< empty unless role is sql
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
