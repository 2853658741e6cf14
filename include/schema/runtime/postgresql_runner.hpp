// Floor 5. Carries steps out on PostgreSQL: a transaction a step, sent as one message, under a session lock.
#pragma once

#include <schema/runtime/progress.hpp>

namespace schema::detail {

/// The advisory lock that migrators of one database share. It is the session's: it survives a rollback, and
/// the server frees it when the client dies.
class advisory_lock {
public:
  static constexpr i64 key = i64(hash_more(hash_seed, "schema_history") & 0x7FFFFFFFFFFFFFFFull);

  advisory_lock() = default; ///< no lock

  /// Polls in autocommit: to wait inside pg_advisory_lock would hold a snapshot, and CREATE INDEX
  /// CONCURRENTLY of the holder would wait for that. Throws migration_refused, native_error.
  advisory_lock(PGconn* handle, const migrator_options& options) : handle_(handle) {
    const stopwatch waited;
    for (i64 pause = 5;; pause = std::min<i64>(pause * 2, 200)) {
      if (*native::run_postgresql(handle_, message_text("SELECT pg_try_advisory_lock({})", key),
                                  true)[0][0] == "t")
        return;
      if (pause == 5 && options.observer)
        options.observer({.kind = progress_kind::waiting,
                          .step = nullptr,
                          .way = {},
                          .number = 0,
                          .count = 0,
                          .duration = {}});
      if (waited.elapsed() >= options.lock_wait)
        throw migration_refused(migration_refusal::busy, 0,
                                message_text("another migrator ({}) has held the lock for {} s", holder(),
                                             seconds_text(options.lock_wait)));
      pause_for(milliseconds(pause));
    }
  }
  advisory_lock(const advisory_lock&) = delete;
  advisory_lock& operator=(const advisory_lock&) = delete;
  ~advisory_lock() {
    try {
      unlock();
    } catch (const std::exception&) {
      // The connection died, and the lock with it.
    }
  }
  /// Gives the lock back. Throws lock_lost when the server knows of none: a pooler that hands every
  /// transaction another connection leaves it behind. Throws native_error.
  void release() {
    if (unlock()) return;
    throw lock_lost(
        "done, but the lock was not held to the end: does a pooler (PgBouncer in transaction mode) stand "
        "before the server? Connect to the server itself, since its session may keep the lock now");
  }

private:
  bool unlock() {
    if (!handle_ || PQstatus(handle_) != CONNECTION_OK) return true;
    PGconn* const handle = handle_;
    handle_ = nullptr;
    return native::run_postgresql(handle, message_text("SELECT pg_advisory_unlock({})", key), true)[0][0] ==
           "t";
  }
  std::string holder() {
    const auto found = native::run_postgresql(
        handle_,
        message_text(
            "SELECT l.pid, a.application_name FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid "
            "WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.database = (SELECT oid "
            "FROM "
            "pg_database WHERE datname = current_database()) AND (l.classid::bigint << 32 | l.objid::bigint) "
            "= {}",
            key),
        true);
    if (found.empty()) return "gone by now";
    return message_text("{}, process {} of the server", found[0][1].value_or("unknown"),
                        found[0][0].value_or("?"));
  }

  PGconn* handle_{};
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
      run_step(*step);
      done.push_back(watch.finish());
    }
    return done;
  }

private:
  static constexpr u32 before_statements = 2; // BEGIN, SET LOCAL

  /// Everything from BEGIN to COMMIT in one message: an error ends it, and leaves the transaction to roll
  /// back.
  std::string message(const step_text& step, const std::string& line) const {
    const script_text& script = script_of(step, way_);
    std::string text;
    append_line(text, "BEGIN");
    append_line(text, lock_timeout_text(options_.lock_timeout));
    for (u32 i = 0; i < script.count; ++i) append_line(text, script.statements[i].sql);
    append_line(text, line);
    append_line(text, "COMMIT");
    return text;
  }

  void run_step(const step_text& step) {
    const std::string line = history_table::insert_text(
        backend::postgresql, way_ == direction::up ? "up" : "down", step, std::to_string(last_id_ + 1),
        history_table::duration_text(backend::postgresql), options_.program);
    const std::string text = message(step, line);
    i64 pause = 250; // milliseconds
    for (u32 attempt = 0;; ++attempt, pause *= 2) {
      try {
        native::run_postgresql(handle_, text);
        if (PQtransactionStatus(handle_) != PQTRANS_IDLE)
          throw native_error("", "the transaction did not end with its COMMIT");
        ++last_id_;
        return;
      } catch (const native_error& error) {
        roll_back();
        const bool waited_too_long = error.code == "55P03"; // lock_not_available
        if (!waited_too_long || attempt >= options_.lock_retries) fail(step, line, error);
      }
      pause_for(milliseconds(pause));
    }
  }

  void roll_back() {
    if (PQstatus(handle_) == CONNECTION_OK && PQtransactionStatus(handle_) != PQTRANS_IDLE)
      native::run_postgresql(handle_, "ROLLBACK");
  }

  [[noreturn]] void fail(const step_text& step, const std::string& line, const native_error& error) const {
    const script_text& script = script_of(step, way_);
    const bool down = way_ == direction::down;
    if (PQstatus(handle_) != CONNECTION_OK)
      throw migration_error(step, down, {}, {}, error,
                            "the connection was lost; the next run finds out whether the step is applied");
    if (error.statement < before_statements) throw migration_error(step, down, {}, "BEGIN", error);
    const u32 index = error.statement - before_statements;
    if (index < script.count)
      throw migration_error(step, down, operation_text(step, script.statements[index]),
                            std::string(script.statements[index].sql), error);
    if (index == script.count)
      throw migration_error(step, down, "the line in the history table", line, error);
    throw migration_error(step, down, {}, "COMMIT", error);
  }

  soci::session& session_;
  PGconn* handle_;
  const program& program_;
  const migrator_options& options_;
  direction way_{};
  long long last_id_{};
};

} // namespace schema::detail
