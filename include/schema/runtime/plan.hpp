// Floor 5. The SQL of steps as a script for psql or sqlite3: all that the migrator would send.
#pragma once

#include <schema/runtime/milliseconds.hpp>
#include <schema/runtime/selection.hpp>

namespace schema {

struct plan_options {
  std::string program{"schema"};   ///< written into the history
  milliseconds lock_timeout{5000}; ///< PostgreSQL: how long a step waits for a table; 0: for ever
};

namespace detail {

/// A statement with its end. A comment in its last line would swallow a semicolon in the same line.
inline std::string ended(std::string_view sql) {
  std::string text(sql);
  const auto last_line = text.rfind('\n');
  if (text.find("--", last_line == std::string::npos ? 0 : last_line) != std::string::npos) text += '\n';
  return text += ';';
}

inline std::string lock_timeout_text(milliseconds timeout) {
  return message_text("SET LOCAL lock_timeout = '{}ms'", timeout.count());
}

inline void append_line(std::string& script, std::string_view sql) { script.append(ended(sql)) += '\n'; }

/// A statement of a step. One that stands only after an interruption is a comment without.
inline void append_statement(std::string& script, const step_text& step, const script_text& text, u32 index,
                             bool interrupted) {
  const statement_text& statement = text.statements[index];
  const bool is_first = index == 0 || statement.operation != text.statements[index - 1].operation;
  if (is_first && statement.operation < step.operation_count)
    script += message_text("-- {}\n", step.operations[statement.operation]);
  if (!runs(statement.role, interrupted)) {
    if (is_cleanup(statement.role)) script += message_text("-- after an interruption: {}\n", statement.sql);
  } else if (is_sql(statement.role)) {
    append_line(script, statement.sql);
  } else if (statement.role == statement_role::keep_objects) {
    script +=
        message_text("-- the migrator counts the rows of {0} here and notes its triggers\n", statement.table);
  } else {
    script += message_text("-- the migrator compares the rows of {0} here and restores its triggers\n",
                           statement.table);
  }
}

/// What commits before the transaction of a step. A statement outside of transactions waits for those that
/// are open, however long they take: it keeps nobody from the table meanwhile.
inline void append_phases(std::string& script, const step_text& step, const script_text& text,
                          bool interrupted, const plan_options& options) {
  const u32 phases = phase_count(text);
  if (phases == 0) return;
  append_line(script, history_table::insert_text(backend::postgresql, "started", step,
                                                 history_table::next_id_text(), "0", options.program));
  for (u32 i = 0; i < phases; ++i) {
    const statement_role role = text.statements[i].role;
    const bool in_transaction = runs(role, interrupted) && !is_concurrent(role);
    if (in_transaction)
      append_line(script, "BEGIN;\n" + lock_timeout_text(options.lock_timeout));
    else if (runs(role, interrupted))
      append_line(script, "SET lock_timeout = 0");
    append_statement(script, step, text, i, interrupted);
    if (in_transaction) append_line(script, "COMMIT");
  }
}

} // namespace detail

/// The script that carries out `steps` in their order, the history line of each included; one of them may be
/// of a version that was interrupted.
inline std::string plan_text(backend target, const std::vector<const step_text*>& steps, direction way,
                             const plan_options& options = {}, u64 interrupted_version = 0) {
  using detail::append_line;
  std::string script;
  if (steps.empty()) return script;
  const bool sqlite = target == backend::sqlite;
  append_line(script, sqlite ? ".bail on\nPRAGMA foreign_keys = ON"
                             : "\\set ON_ERROR_STOP on\nSET client_min_messages = warning");
  append_line(script, history_table::create_text(target));
  bool open = false;
  const auto close = [&] {
    if (open) append_line(script, "COMMIT");
    open = false;
  };
  for (const step_text* step : steps) {
    const script_text& text = script_of(*step, way);
    const bool rebuilds = sqlite && text.rebuilds;
    const bool interrupted = step->version == interrupted_version;
    const u32 phases = phase_count(text);
    if (!sqlite || rebuilds) close();
    script +=
        message_text("\n-- {} {}{}\n", step->version, step->title, way == direction::down ? ", down" : "");
    if (rebuilds) append_line(script, "PRAGMA foreign_keys = OFF;\nPRAGMA legacy_alter_table = ON");
    detail::append_phases(script, *step, text, interrupted, options);
    if (!open) append_line(script, sqlite ? "BEGIN IMMEDIATE" : "BEGIN");
    open = true;
    if (!sqlite)
      append_line(script, detail::lock_timeout_text(options.lock_timeout));
    else if (!rebuilds)
      append_line(script, "SAVEPOINT step");
    for (u32 i = phases; i < text.count; ++i) detail::append_statement(script, *step, text, i, interrupted);
    append_line(script, history_table::insert_text(target, way == direction::up ? "up" : "down", *step,
                                                   history_table::next_id_text(),
                                                   phases ? history_table::duration_of_phases_text()
                                                          : std::string(history_table::duration_text(target)),
                                                   options.program));
    if (!sqlite)
      close();
    else if (!rebuilds)
      append_line(script, "RELEASE step");
    else {
      append_line(script, "PRAGMA foreign_key_check");
      close();
      append_line(script, "PRAGMA legacy_alter_table = OFF;\nPRAGMA foreign_keys = ON");
    }
  }
  close();
  return script;
}

/// The script for a request on a database where exactly the versions to `from` are applied: none on the way
/// up, all on the way down, unless it is given. Needs no database. Throws migration_refused.
inline std::string plan(const program& steps, const request& wanted = {}, std::optional<u64> from = {},
                        const plan_options& options = {}) {
  applied_history history;
  const u64 last = from.value_or(wanted.way == direction::up ? 0 : ~u64(0));
  for (u32 i = 0; i < steps.count && steps.steps[i].version <= last; ++i)
    history.migrations.emplace_back().version = steps.steps[i].version;
  return plan_text(steps.target, select_steps(steps, history, wanted), wanted.way, options);
}

} // namespace schema
