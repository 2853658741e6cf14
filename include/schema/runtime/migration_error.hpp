// Floor 5. Why a migration was not carried out.
#pragma once

#include <schema/dialect/program.hpp>
#include <schema/runtime/message.hpp>
#include <schema/runtime/native.hpp>

namespace schema {

/// Why nothing was touched.
enum class migration_refusal : u8 {
  checksum_changed, ///< an applied migration was edited
  version_unknown,  ///< the database holds a version that the program lacks
  version_skipped,  ///< a migration is pending below one that is applied
  irreversible,     ///< a migration on the way down has no way back
  no_such_version,  ///< the version asked for is not in the program
  nothing_applied,  ///< redo of nothing
  session_in_transaction,
  backend_differs,     ///< the program's SQL is for another database
  transaction_control, ///< a script of the program would end the migrator's own transaction
  busy                 ///< another migrator holds the lock
};

/// The database is as it was. what() is one line that names the versions.
struct migration_refused : std::runtime_error {
  migration_refusal reason{};
  u64 version{};
  migration_refused(migration_refusal why, u64 which, const std::string& line)
      : std::runtime_error(line), reason(why), version(which) {}
};

/// A step that failed: it is absent, the steps before it stand. what() holds all parts, a line each.
struct migration_error : std::runtime_error {
  u64 version{};
  std::string title;
  std::string operation; ///< for people: `rename_column lessons.title name`
  std::string statement; ///< the SQL that failed
  std::string code;      ///< SQLSTATE, or SQLite's extended result code
  std::string message;   ///< the database's own

  migration_error(const step_text& step, bool is_down, std::string operation_, std::string statement_,
                  const native_error& cause, const std::string& aftermath = {})
      : std::runtime_error(describe(step, is_down, operation_, statement_, cause, aftermath)),
        version(step.version), title(step.title), operation(std::move(operation_)),
        statement(std::move(statement_)), code(cause.code), message(cause.message) {}

private:
  static std::string describe(const step_text& step, bool is_down, const std::string& operation,
                              const std::string& statement, const native_error& cause,
                              const std::string& aftermath) {
    std::string text = message_text("migration {} \"{}\" failed{}: {}", step.version, step.title,
                                    is_down ? " on its way down" : "", cause.what());
    if (!operation.empty()) text += "\n  operation: " + operation;
    if (!statement.empty()) text += "\n  statement: " + statement;
    if (!aftermath.empty()) text += "\n  " + aftermath;
    return text;
  }
};

/// The steps are carried out, but the lock that keeps migrators apart was not held to their end.
struct lock_lost : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What the operation of a statement is, for people; empty for the migrator's own statements.
inline std::string operation_text(const step_text& step, const statement_text& statement) {
  if (statement.operation >= step.operation_count) return {};
  return std::string(step.operations[statement.operation]);
}

} // namespace schema
