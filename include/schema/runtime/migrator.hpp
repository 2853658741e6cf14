// Floor 5. Carries a program's steps out on a database.
#pragma once

#include <schema/runtime/postgresql_runner.hpp>
#include <schema/runtime/sqlite_runner.hpp>

namespace schema {

enum class migration_state : u8 {
  applied,
  pending,
  interrupted, ///< started and not ended: up carries it out from its start, down takes it back
  changed,     ///< applied or interrupted, and edited since
  unknown,     ///< applied, and not in this program
  skipped      ///< pending, below one that is applied
};

/// A migration as the program and the database see it.
struct migration_status {
  u64 version{};
  std::string title;
  migration_state state{};
  std::string checksum;   ///< the program's; empty when it does not know the migration
  std::string recorded;   ///< the database's; empty when it is pending
  std::string applied_at; ///< UTC, 2026-11-22T10:30:00.000Z
  milliseconds duration{};
};

/// Applies and takes back migrations. A step and its history line commit together or not at all, but for
/// those that PostgreSQL carries out in phases: they leave a line when they start, and the next run begins
/// with one that was interrupted. Any number of migrators may run at once. The session has no transaction
/// open and is used by nobody else meanwhile.
///
/// Throws migration_refused when nothing was touched, migration_error when a step failed (it is absent then,
/// those before it stand, or what() says that it is interrupted), lock_lost when all is done and another may
/// have come between, native_error when the database can't be asked.
class migrator {
public:
  /// `steps` are for the session's backend, and the constants they view outlive the migrator.
  migrator(soci::session& session, const program& steps, migrator_options options = {})
      : session_(session), program_(steps), options_(std::move(options)) {
    if (backend_of(session) != steps.target)
      throw migration_refused(migration_refusal::backend_differs, 0,
                              "the program's SQL is for another database than the session's");
  }

  /// Applies what is pending. Returns what was carried out by this call.
  std::vector<carried_out> up() { return run({}); }
  /// Applies what is pending up to a version, that one included.
  std::vector<carried_out> up(u64 to) { return run({.way = direction::up, .to = to}); }
  /// Takes the last `steps` migrations back.
  std::vector<carried_out> down(u32 steps = 1) {
    return run({.way = direction::down, .to = {}, .steps = steps});
  }
  /// Takes back everything above a version; 0 takes back all.
  std::vector<carried_out> down_to(u64 version) { return run({.way = direction::down, .to = version}); }
  /// Takes the last migration back and applies it again.
  std::vector<carried_out> redo();

  std::vector<carried_out> run(const request& wanted);

  /// All migrations that the program or the database knows, versions rising. Changes nothing and refuses
  /// nothing.
  std::vector<migration_status> status();

  /// The script that run(wanted) would carry out on this database as it stands; the checks are made, nothing
  /// changes.
  std::string dry_run(const request& wanted = {});
  /// The same for redo().
  std::string dry_run_redo();

  const program& steps() const { return program_; }

private:
  applied_history read_checked() {
    if (native::in_transaction(session_))
      throw migration_refused(migration_refusal::session_in_transaction, 0,
                              "the session has a transaction open");
    auto history = history_table::read(session_);
    check_applied(program_, history);
    return history;
  }
  std::vector<carried_out> carry_out(const request& settled) {
    if (program_.target == backend::sqlite)
      return detail::sqlite_runner(session_, program_, options_).run(settled);
    return detail::postgresql_runner(session_, program_, options_).run(settled);
  }
  /// The lock on PostgreSQL; on SQLite the write transaction itself is the lock.
  detail::advisory_lock lock() {
    if (program_.target == backend::sqlite) return {};
    return {native::postgresql_handle(session_), options_};
  }
  static u64 last_of(const applied_history& history) {
    if (history.migrations.empty())
      throw migration_refused(migration_refusal::nothing_applied, 0,
                              "nothing is applied: there is nothing to redo");
    return history.migrations.back().version;
  }
  plan_options for_plan() const { return {options_.program, options_.lock_timeout}; }

  soci::session& session_;
  program program_;
  migrator_options options_;
};

inline std::vector<carried_out> migrator::run(const request& wanted) {
  const auto history = read_checked();
  const request settled = settle(wanted, history);
  if (select_steps(program_, history, settled).empty()) return {};
  auto held = lock();
  auto done = carry_out(settled);
  held.release();
  return done;
}

inline std::vector<carried_out> migrator::redo() {
  const auto history = read_checked();
  const u64 last = last_of(history);
  const request back = settle({.way = direction::down, .to = {}, .steps = 1}, history);
  select_steps(program_, history, back);
  auto held = lock();
  auto done = carry_out(back);
  const auto again = carry_out({.way = direction::up, .to = last});
  for (const auto& step : again) done.push_back(step);
  held.release();
  return done;
}

inline std::vector<migration_status> migrator::status() {
  const auto history = history_table::read(session_);
  const u64 last = history.migrations.empty() ? 0 : history.migrations.back().version;
  std::vector<migration_status> list;
  for (u32 i = 0; i < program_.count; ++i) {
    const step_text& step = program_.steps[i];
    migration_status status{.version = step.version,
                            .title = std::string(step.title),
                            .state =
                                step.version < last ? migration_state::skipped : migration_state::pending,
                            .checksum = checksum_text(step.checksum),
                            .recorded = {},
                            .applied_at = {},
                            .duration = {}};
    if (const auto* applied = history.find(step.version)) {
      status.state = applied->checksum != status.checksum        ? migration_state::changed
                     : applied->version == history.interrupted() ? migration_state::interrupted
                                                                 : migration_state::applied;
      status.recorded = applied->checksum;
      status.applied_at = applied->applied_at;
      status.duration = milliseconds(applied->duration_ms);
    }
    list.push_back(std::move(status));
  }
  for (const auto& applied : history.migrations) {
    if (find_step(program_, applied.version)) continue;
    auto place = list.end();
    while (place != list.begin() && place[-1].version > applied.version) --place;
    list.insert(place, {applied.version,
                        applied.name,
                        migration_state::unknown,
                        {},
                        applied.checksum,
                        applied.applied_at,
                        milliseconds(applied.duration_ms)});
  }
  return list;
}

inline std::string migrator::dry_run(const request& wanted) {
  const auto history = read_checked();
  return plan_text(program_.target, select_steps(program_, history, wanted), wanted.way, for_plan(),
                   history.interrupted());
}

inline std::string migrator::dry_run_redo() {
  const auto history = read_checked();
  const std::vector<const step_text*> last{find_step(program_, last_of(history))};
  std::string script = dry_run({.way = direction::down, .to = {}, .steps = 1});
  return script += "\n" + plan_text(program_.target, last, direction::up, for_plan());
}

} // namespace schema
