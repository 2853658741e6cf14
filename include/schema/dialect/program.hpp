// Floor 3. A history as the SQL of one backend: what the runtime floor carries out, with no template left in
// it.
#pragma once

#include <schema/model/operation.hpp>

namespace schema {

enum class statement_role : u8 {
  sql,          ///< one statement, ended without a semicolon
  keep_objects, ///< before a SQLite rebuild of `table`: note its rows, and the triggers and indexes that the
                ///< program does not know
  restore_objects ///< after it: create them again as they were; compare the rows
};

struct statement_text {
  std::string_view sql; ///< empty unless role is sql
  u16 operation{};      ///< index in its migration, for errors
  statement_role role{};
  std::string_view table; ///< keep_objects, restore_objects: the table's name (not quoted) at that moment
};

/// One direction of one migration. The views live as long as the program: they are constants of it.
struct script_text {
  const statement_text* statements{};
  u32 count{};
  bool rebuilds{};     ///< SQLite: a transaction of its own, foreign keys off before it begins
  bool irreversible{}; ///< down only: refuse before touching anything
};

struct step_text {
  u64 version{};
  std::string_view title;
  u64 checksum{}; ///< chained: of this migration and all before it
  script_text up, down;
  const std::string_view*
      operations{}; ///< what each operation is, for people: `rename_column lessons.title name`
  u32 operation_count{};
};

/// All steps of a history for one backend, versions rising.
struct program {
  backend target{};
  const step_text* steps{};
  u32 count{};
};

/// Indexes that the timeline knows at any version are told apart from a user's own by this list of names.
// `program_of<History, Backend>` in dialect/script.hpp yields a program.

} // namespace schema
