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

inline void append_statements(std::string& script, const step_text& step, direction way) {
  const script_text& text = script_of(step, way);
  u32 operation = ~0u;
  for (u32 i = 0; i < text.count; ++i) {
    const statement_text& statement = text.statements[i];
    if (statement.operation != operation && statement.operation < step.operation_count)
      script += message_text("-- {}\n", step.operations[statement.operation]);
    operation = statement.operation;
    if (statement.role == statement_role::sql)
      append_line(script, statement.sql);
    else if (statement.role == statement_role::keep_objects)
      script += message_text("-- the migrator counts the rows of {0} here and notes its triggers\n",
                             statement.table);
    else
      script += message_text("-- the migrator compares the rows of {0} here and restores its triggers\n",
                             statement.table);
  }
}

} // namespace detail

/// The script that carries out `steps` in their order, the history line of each included.
inline std::string plan_text(backend target, const std::vector<const step_text*>& steps, direction way,
                             const plan_options& options = {}) {
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
    const bool rebuilds = sqlite && script_of(*step, way).rebuilds;
    if (!sqlite || rebuilds) close();
    script +=
        message_text("\n-- {} {}{}\n", step->version, step->title, way == direction::down ? ", down" : "");
    if (rebuilds) append_line(script, "PRAGMA foreign_keys = OFF;\nPRAGMA legacy_alter_table = ON");
    if (!open) append_line(script, sqlite ? "BEGIN IMMEDIATE" : "BEGIN");
    open = true;
    if (!sqlite)
      append_line(script, detail::lock_timeout_text(options.lock_timeout));
    else if (!rebuilds)
      append_line(script, "SAVEPOINT step");
    detail::append_statements(script, *step, way);
    append_line(script, history_table::insert_text(target, way == direction::up ? "up" : "down", *step,
                                                   history_table::next_id_text(),
                                                   history_table::duration_text(target), options.program));
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
