// Floor 5. Carries steps out on PostgreSQL: a transaction a step, sent as one message, under a session lock;
// before it the phases of a step that has any, each of which commits by itself.
#pragma once

#include <schema/runtime/advisory_lock.hpp>

namespace schema::detail {

/// A setting of the session, put back as it was. Made and ended outside of transactions.
class session_setting {
public:
  session_setting(PGconn* handle, const char* setting, const char* value)
      : handle_(handle), setting_(setting),
        before_(*native::run_postgresql(handle, message_text("SHOW {}", setting), true)[0][0]) {
    set(value);
  }
  session_setting(const session_setting&) = delete;
  session_setting& operator=(const session_setting&) = delete;
  ~session_setting() {
    try {
      set(before_);
    } catch (const native_error&) {
      // The connection died, and the setting with it.
    }
  }

private:
  void set(const std::string& value) {
    native::run_postgresql(handle_, message_text("SET {} = {}", setting_, native::literal(value)));
  }

  PGconn* handle_;
  const char* setting_;
  std::string before_;
};

class postgresql_runner {
public:
  postgresql_runner(soci::session& session, const program& steps, const migrator_options& options)
      : session_(session), handle_(native::postgresql_handle(session)), program_(steps), options_(options) {}

  /// Carries a settled request out; the caller holds the lock.
  std::vector<carried_out> run(const request& wanted) {
    way_ = wanted.way;
    const auto history = history_table::read(session_);
    check_applied(program_, history);
    const auto steps = select_steps(program_, history, wanted);
    last_id_ = history.last_id;
    if (!steps.empty() && !history.table_exists)
      native::run_postgresql(handle_, history_table::create_text(backend::postgresql));
    std::vector<carried_out> done;
    for (const step_text* step : steps) {
      step_watch watch(options_, *step, way_, u32(done.size()) + 1, u32(steps.size()));
      if (step->version == history.interrupted()) {
        // That what a cleanup would remove does not exist is no news.
        const session_setting quiet(handle_, "client_min_messages", "warning");
        run_step(*step, true);
      } else {
        run_step(*step, false);
      }
      done.push_back(watch.finish());
    }
    return done;
  }

private:
  static constexpr u32 before_statements = 2; // BEGIN, SET LOCAL

  static std::string_view event_of(direction way) { return way == direction::up ? "up" : "down"; }

  std::string line_of(std::string_view event, const step_text& step, std::string_view duration) const {
    return history_table::insert_text(backend::postgresql, event, step, std::to_string(last_id_ + 1),
                                      duration, options_.program);
  }

  /// The phases one by one, then the transaction that ends the step.
  void run_step(const step_text& step, bool interrupted) {
    const script_text& script = script_of(step, way_);
    const u32 phases = phase_count(script);
    in_phases_ = false;
    interrupted_ = is_left_ = interrupted;
    if (phases) run_transaction(step, 0, 0, line_of("started", step, "0"));
    in_phases_ = phases;
    for (u32 i = 0; i < phases; ++i) {
      const statement_role role = script.statements[i].role;
      if (!runs(role, interrupted)) continue;
      if (is_concurrent(role))
        run_concurrently(step, i);
      else
        run_transaction(step, i, i + 1, {});
      is_left_ = !is_cleanup(role);
    }
    run_transaction(step, phases, script.count,
                    line_of(event_of(way_), step,
                            phases ? history_table::duration_of_phases_text()
                                   : std::string(history_table::duration_text(backend::postgresql))));
  }

  /// The statements from `first` to before `end`, and a line for the history table where there is one. From
  /// BEGIN to COMMIT it is one message: an error ends it, and leaves the transaction to roll back.
  std::string message(const script_text& script, u32 first, u32 end, bool interrupted,
                      const std::string& line) const {
    std::string text;
    append_line(text, "BEGIN");
    append_line(text, lock_timeout_text(options_.lock_timeout));
    for (u32 i = first; i < end; ++i)
      if (runs(script.statements[i].role, interrupted)) append_line(text, script.statements[i].sql);
    if (!line.empty()) append_line(text, line);
    append_line(text, "COMMIT");
    return text;
  }

  void run_transaction(const step_text& step, u32 first, u32 end, const std::string& line) {
    const std::string text = message(script_of(step, way_), first, end, interrupted_, line);
    i64 pause = 250; // milliseconds
    for (u32 attempt = 0;; ++attempt, pause *= 2) {
      try {
        native::run_postgresql(handle_, text);
        if (PQtransactionStatus(handle_) != PQTRANS_IDLE)
          throw native_error("", "the transaction did not end with its COMMIT");
        if (!line.empty()) ++last_id_;
        return;
      } catch (const native_error& error) {
        roll_back();
        const bool waited_too_long = error.code == "55P03"; // lock_not_available
        if (!waited_too_long || attempt >= options_.lock_retries) fail(step, first, end, line, error);
      }
      pause_for(milliseconds(pause));
    }
  }

  /// A statement outside of transactions. It waits for those that are open, however long they take: it keeps
  /// nobody from the table meanwhile, and broken off it would leave an invalid index.
  void run_concurrently(const step_text& step, u32 index) {
    const statement_text& statement = script_of(step, way_).statements[index];
    try {
      send_concurrently(statement.sql);
    } catch (const native_error& error) {
      // It may leave an index that is not valid, but not where there was one of that name before
      // (duplicate_table), or a DROP was refused (syntax_error_or_access_rule_violation, dependent objects).
      const bool refused = statement.role == statement_role::concurrently
                               ? error.code == "42P07"
                               : error.code.rfind("42", 0) == 0 || error.code.rfind("2B", 0) == 0;
      is_left_ = is_left_ || !refused;
      fail(step, index, index + 1, {}, {error.code, error.message, before_statements});
    }
  }

  /// In a message of its own, since several statements in one are a transaction.
  void send_concurrently(std::string_view sql) {
    const session_setting patient(handle_, "lock_timeout", "0");
    native::run_postgresql(handle_, std::string(sql));
  }

  void roll_back() {
    if (PQstatus(handle_) == CONNECTION_OK && PQtransactionStatus(handle_) != PQTRANS_IDLE)
      native::run_postgresql(handle_, "ROLLBACK");
  }

  /// Makes a step whose phases failed absent again, and says how that went: an invalid unique index would go
  /// on refusing the rows of those who write.
  std::string take_back(const step_text& step) {
    const script_text& script = script_of(step, way_);
    if (is_left_ &&
        script.statements[phase_count(script) - 1].role == statement_role::uninterrupted_concurrently)
      return "it is interrupted: a part of it may be done, and the next run, up or down, begins with it";
    try {
      for (u32 i = 0; is_left_ && i < script.count; ++i) {
        const statement_text& statement = script.statements[i];
        if (!is_cleanup(statement.role)) continue;
        if (is_concurrent(statement.role))
          send_concurrently(statement.sql);
        else
          native::run_postgresql(handle_, message(script, i, i + 1, true, {}));
      }
      native::run_postgresql(handle_, line_of(way_ == direction::up ? "down" : "up", step,
                                              history_table::duration_of_phases_text()));
      return is_left_ ? "what it had built is removed again" : "";
    } catch (const native_error& error) {
      roll_back();
      return message_text(
          "it is interrupted: to remove what it had built failed too ({}); the next run, up or down, "
          "begins with it",
          error.what());
    }
  }

  /// The error of statements from `first` to before `end`, and what was sent around them.
  [[noreturn]] void fail(const step_text& step, u32 first, u32 end, const std::string& line,
                         const native_error& error) {
    const script_text& script = script_of(step, way_);
    const bool down = way_ == direction::down;
    if (PQstatus(handle_) != CONNECTION_OK)
      throw migration_error(step, down, {}, {}, error,
                            "the connection was lost; the next run finds out whether the step is applied");
    const std::string aftermath = in_phases_ ? take_back(step) : std::string();
    if (error.statement < before_statements) throw migration_error(step, down, {}, "BEGIN", error, aftermath);
    u32 place = error.statement - before_statements; // among those that were sent
    for (u32 i = first; i < end; ++i)
      if (runs(script.statements[i].role, interrupted_) && place-- == 0)
        throw migration_error(step, down, operation_text(step, script.statements[i]),
                              std::string(script.statements[i].sql), error, aftermath);
    if (!line.empty() && place == 0)
      throw migration_error(step, down, "the line in the history table", line, error, aftermath);
    throw migration_error(step, down, {}, "COMMIT", error, aftermath);
  }

  soci::session& session_;
  PGconn* handle_;
  const program& program_;
  const migrator_options& options_;
  direction way_{};
  long long last_id_{};
  // Of the step that runs:
  bool interrupted_{}; ///< an earlier run of it was
  bool in_phases_{};   ///< it is recorded as started
  bool is_left_{};     ///< what its phases build may stand
};

} // namespace schema::detail
