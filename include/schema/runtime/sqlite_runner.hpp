// Floor 5. Carries steps out on SQLite. It waits for the disk at every commit, so neighbours share a
// transaction with a savepoint each; a rebuild has one of its own, with foreign keys off before it begins.
#pragma once

#include <schema/runtime/kept_objects.hpp>
#include <schema/runtime/progress.hpp>

namespace schema::detail {

/// The settings of a connection that a migrator changes; put back at the end, whatever happens.
class sqlite_settings {
public:
  sqlite_settings(sqlite3* handle, milliseconds wait) : handle_(handle) {
    foreign_keys_ = read("foreign_keys");
    legacy_alter_table_ = read("legacy_alter_table");
    busy_timeout_ = read("busy_timeout");
    sqlite3_busy_timeout(handle, int(wait.count()));
    // SQLite takes "shipped" for a text where no such column exists (quirks, 8): a misspelt name would pass.
    for (const int place : {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL}) {
      sqlite3_db_config(handle, place, -1, &takes_quoted_[place == SQLITE_DBCONFIG_DQS_DDL]);
      sqlite3_db_config(handle, place, 0, nullptr);
    }
  }
  sqlite_settings(const sqlite_settings&) = delete;
  sqlite_settings& operator=(const sqlite_settings&) = delete;
  ~sqlite_settings() {
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, takes_quoted_[0], nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, takes_quoted_[1], nullptr);
    try {
      write("foreign_keys", foreign_keys_);
      write("legacy_alter_table", legacy_alter_table_);
      sqlite3_busy_timeout(handle_, std::stoi(busy_timeout_));
    } catch (const std::exception&) {
      // Out of memory, or the file is gone: the error that brought us here says so.
    }
  }
  /// Both pragmas do nothing inside a transaction: call it before.
  void for_rebuild(bool rebuild) {
    write("foreign_keys", rebuild ? "0" : "1");
    write("legacy_alter_table", rebuild ? "1" : "0");
    if (read("foreign_keys") != (rebuild ? "0" : "1"))
      throw native_error("",
                         "foreign keys can't be switched: a statement of this connection is still running");
  }

private:
  std::string read(const std::string& pragma) {
    return native::run_sqlite(handle_, "PRAGMA " + pragma, true).at(0).at(0).value();
  }
  void write(const std::string& pragma, const std::string& value) {
    native::run_sqlite(handle_, "PRAGMA " + pragma + " = " + value);
  }

  sqlite3* handle_;
  std::string foreign_keys_, legacy_alter_table_, busy_timeout_;
  int takes_quoted_[2]{};
};

class sqlite_runner {
public:
  sqlite_runner(soci::session& session, const program& steps, const migrator_options& options)
      : session_(session), handle_(native::sqlite_handle(session)), program_(steps), options_(options) {}

  /// Carries a settled request out, as often as it takes transactions.
  std::vector<carried_out> run(const request& wanted) {
    way_ = wanted.way;
    sqlite_settings settings(handle_, options_.lock_wait);
    for (bool at_work = true; at_work;) {
      const auto foreseen = remaining(wanted);
      if (foreseen.empty()) break;
      if (!count_) count_ = u32(foreseen.size());
      const bool rebuild = script_of(*foreseen.front(), way_).rebuilds;
      settings.for_rebuild(rebuild);
      begin();
      try {
        // Under the lock: another migrator may have been faster.
        const auto steps = remaining(wanted);
        at_work = !steps.empty();
        if (at_work && script_of(*steps.front(), way_).rebuilds == rebuild) run_group(steps, rebuild);
        roll_back();
      } catch (...) {
        roll_back();
        throw;
      }
    }
    return std::move(done_);
  }

private:
  std::vector<const step_text*> remaining(const request& wanted) {
    const auto history = history_table::read(session_);
    check_applied(program_, history);
    last_id_ = history.last_id;
    table_exists_ = history.table_exists;
    return select_steps(program_, history, wanted);
  }

  void begin() {
    try {
      native::run_sqlite(handle_, "BEGIN IMMEDIATE");
    } catch (const native_error& error) {
      if (error.code != "5") throw; // SQLITE_BUSY
      throw migration_refused(migration_refusal::busy, 0,
                              message_text("another process has been writing to the database for {} s",
                                           seconds_text(options_.lock_wait)));
    }
  }

  void roll_back() {
    if (!sqlite3_get_autocommit(handle_)) native::run_sqlite(handle_, "ROLLBACK");
  }

  void commit(const step_text& last) {
    try {
      if (sqlite3_get_autocommit(handle_))
        throw native_error("", "the transaction was ended by a statement within it");
      native::run_sqlite(handle_, "COMMIT");
    } catch (const native_error& error) {
      roll_back();
      throw migration_error(last, way_ == direction::down, {}, "COMMIT", error,
                            "the steps in its transaction were rolled back");
    }
  }

  /// The steps up to the next change between rebuild and none.
  void run_group(const std::vector<const step_text*>& steps, bool rebuild) {
    if (!table_exists_) native::run_sqlite(handle_, history_table::create_text(backend::sqlite));
    std::vector<carried_out> group;
    const step_text* last = nullptr;
    for (const step_text* step : steps) {
      if (script_of(*step, way_).rebuilds != rebuild) break;
      step_watch watch(options_, *step, way_, u32(done_.size() + group.size()) + 1, count_);
      if (!rebuild) native::run_sqlite(handle_, "SAVEPOINT step");
      try {
        run_step(*step, watch);
        if (rebuild || has_broken_keys()) check_foreign_keys(*step);
        if (!rebuild) native::run_sqlite(handle_, "RELEASE step");
      } catch (const migration_error&) {
        keep_those_before(rebuild, last);
        throw;
      }
      last = step;
      group.push_back(watch.finish());
      if (rebuild) break;
    }
    commit(*last);
    for (const auto& step : group) done_.push_back(step);
  }

  /// After a failed step: those before it in the same transaction stand. Does nothing when SQLite itself
  /// rolled everything back, as it does on a full disk.
  void keep_those_before(bool rebuild, const step_text* last) {
    if (rebuild || !last || sqlite3_get_autocommit(handle_)) return;
    native::run_sqlite(handle_, "ROLLBACK TO step; RELEASE step");
    commit(*last);
  }

  void run_step(const step_text& step, const step_watch& watch) {
    const script_text& script = script_of(step, way_);
    kept_objects kept(handle_);
    for (u32 i = 0; i < script.count; ++i) {
      const statement_text& statement = script.statements[i];
      try {
        if (statement.role == statement_role::keep_objects)
          kept.keep(statement.table);
        else if (statement.role == statement_role::restore_objects)
          kept.restore(statement.table);
        else
          native::run_sqlite(handle_, statement.sql);
      } catch (const native_error& error) {
        fail(step, operation_text(step, statement), std::string(statement.sql), error);
      }
    }
    if (sqlite3_get_autocommit(handle_))
      fail(step, {}, {}, native_error("", "the transaction was ended by a statement within it"));
    const std::string line = history_table::insert_text(
        backend::sqlite, way_ == direction::up ? "up" : "down", step, std::to_string(last_id_ + 1),
        std::to_string(watch.elapsed().count()), options_.program);
    try {
      native::run_sqlite(handle_, line);
    } catch (const native_error& error) {
      fail(step, "the line in the history table", line, error);
    }
    ++last_id_;
  }

  [[noreturn]] void fail(const step_text& step, std::string operation, std::string statement,
                         const native_error& error) {
    throw migration_error(step, way_ == direction::down, std::move(operation), std::move(statement), error,
                          sqlite3_get_autocommit(handle_) ? "SQLite rolled the whole transaction back" : "");
  }

  /// Keys that wait for the COMMIT, which several steps may share: each answers for its own.
  bool has_broken_keys() const {
    int broken = 0, highest = 0;
    sqlite3_db_status(handle_, SQLITE_DBSTATUS_DEFERRED_FKS, &broken, &highest, 0);
    return broken != 0;
  }

  void check_foreign_keys(const step_text& step) {
    const auto broken = native::run_sqlite(handle_, "PRAGMA foreign_key_check", true);
    if (broken.empty()) return;
    const auto row = broken.front();
    fail(step, "the check of foreign keys", "PRAGMA foreign_key_check",
         native_error("", message_text("row {} of {} refers to a row that {} does not have; {} such in all",
                                       row[1].value_or("?"), row[0].value_or("?"), row[2].value_or("?"),
                                       broken.size())));
  }

  soci::session& session_;
  sqlite3* handle_;
  const program& program_;
  const migrator_options& options_;
  direction way_{};
  u32 count_{};
  long long last_id_{};
  bool table_exists_{};
  std::vector<carried_out> done_;
};

} // namespace schema::detail
