// Floor 5. The lock that keeps migrators of one PostgreSQL database apart.
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

} // namespace schema::detail
