// Steps of phases among others at work: writers, transactions that stay open, other migrators; and what is
// left when one dies while it waits for them.
#include "../golden/safe_forms/history.hpp"
#include "hand_made.hpp"
#include "introspection/agreement.hpp"
#include "process.hpp"

#include <csignal>

using namespace test;
using Catch::Matchers::Contains;

namespace {

using steps = golden_safe_forms::history;

constexpr const schema::program& whole = schema::program_of<steps, schema::backend::postgresql>;

/// A database at a version, with a transaction that stays open and has written.
class busy_database {
public:
  explicit busy_database(schema::u64 version) {
    schema::migrator(ours_.session(), whole).up(version);
    schema::native::run(writer_.session(), "BEGIN; UPDATE lessons SET title = title WHERE id = 1; "
                                           "UPDATE events SET name = name WHERE id = 1");
  }
  soci::session& session() { return ours_.session(); }
  std::string url() const { return database_.url(); }
  void end_transaction() { schema::native::run(writer_.session(), "COMMIT"); }

  /// A process that migrates to a version.
  pid_t migrate(schema::u64 version, schema::direction way = schema::direction::up) const {
    return in_process([&] {
      schema::connection connection(database_.url());
      schema::migrator(connection.session(), whole).run({.way = way, .to = version});
    });
  }
  /// Waits until a migrator waits for the transaction.
  void await_waiting() { await("wait_event = 'virtualxid'", "1"); }
  void await(const std::string& activity, const std::string& wanted) {
    const std::string sql = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
                            "pid <> pg_backend_pid() AND " +
                            activity;
    std::string found = value(session(), sql); // asked once more, it may be another already
    for (int i = 0; i < 1000 && found != wanted; ++i) {
      usleep(5'000);
      found = value(session(), sql);
    }
    REQUIRE(found == wanted);
  }
  std::string invalid_indexes() {
    return value(session(), "SELECT string_agg(indexrelid::regclass::text, ' ') FROM pg_index WHERE NOT "
                            "indisvalid");
  }
  void check_is_at(schema::u64 version) {
    const auto& line = schema::timeline_of<steps>;
    const auto model_facts = model(line, line.last_instants[version], schema::backend::postgresql).facts();
    CHECK(difference(model_facts, catalogue_of(session()).facts) == "");
    for (const auto& status : schema::migrator(session(), whole).status())
      CHECK((status.state == schema::migration_state::applied) == (status.version <= version));
  }

private:
  postgresql_database database_;
  schema::connection ours_{database_.url()}, writer_{database_.url()};
};

} // namespace

TEST_CASE("rows are written while an index is built, and it waits for open transactions without end") {
  if (!postgresql_database::available()) return;
  busy_database at(1);
  const pid_t child = at.migrate(2);
  at.await_waiting();
  schema::native::run(at.session(), "SET lock_timeout = '1s'");
  for (int id = 10; id < 60; ++id)
    schema::native::run(at.session(), fmt::format("INSERT INTO lessons VALUES ({0}, 1, 'New {0}', 1)", id));
  schema::native::run(at.session(), "DELETE FROM lessons WHERE id = 2");
  at.await_waiting();
  at.end_transaction();
  CHECK(wait_for(child) == 0);
  at.check_is_at(2);
  CHECK(history(at.session()) == "up 1, started 2, up 2");
  schema::native::run(at.session(), "SET enable_seqscan = off; SET enable_bitmapscan = off");
  CHECK(value(at.session(), "SELECT count(*) FROM lessons WHERE event_id = 1") == "51");
  CHECK_THAT(value(at.session(), "EXPLAIN SELECT * FROM lessons WHERE event_id = 1"),
             Contains("lessons_event_id_title_idx"));
}

TEST_CASE("a build that is killed leaves an invalid index, which the next run drops and builds again") {
  if (!postgresql_database::available()) return;
  for (const schema::u64 version : {2u, 3u, 5u, 6u})
    for (const bool carry_on : {true, false}) {
      INFO("migration " << version << (carry_on ? ", then up" : ", then down"));
      busy_database at(version - 1);
      const pid_t child = at.migrate(version);
      at.await_waiting();
      kill(child, SIGKILL);
      CHECK(WIFSIGNALED(wait_for(child)));
      at.await("wait_event = 'virtualxid'", "0"); // the server looks after its client
      CHECK(at.invalid_indexes() != "null");
      schema::migrator migrator(at.session(), whole);
      CHECK(migrator.status()[version - 1].state == schema::migration_state::interrupted);
      at.end_transaction();
      if (carry_on)
        CHECK(line(migrator.up(version)) == fmt::format("{}", version));
      else
        CHECK(line(migrator.down()) == fmt::format("-{}", version));
      CHECK(at.invalid_indexes() == "null");
      at.check_is_at(carry_on ? version : version - 1);
    }
}

TEST_CASE("a DROP INDEX that is killed leaves an invalid index, which the next run drops or builds again") {
  if (!postgresql_database::available()) return;
  for (const bool carry_on : {true, false}) {
    busy_database at(2);
    const pid_t child = at.migrate(1, schema::direction::down);
    at.await_waiting();
    kill(child, SIGKILL);
    CHECK(WIFSIGNALED(wait_for(child)));
    at.await("wait_event = 'virtualxid'", "0");
    CHECK(at.invalid_indexes() == "lessons_event_id_title_idx");
    at.end_transaction();
    schema::migrator migrator(at.session(), whole);
    CHECK(line(carry_on ? migrator.down() : migrator.up(2)) == (carry_on ? "-2" : "2"));
    CHECK(history(at.session()) == (carry_on ? "up 1, started 2, up 2, started 2, started 2, down 2"
                                             : "up 1, started 2, up 2, started 2, started 2, up 2"));
    at.check_is_at(carry_on ? 1 : 2);
  }
}

TEST_CASE("a build that the server breaks off is taken back, or found by the next run when it can't be") {
  if (!postgresql_database::available()) return;
  for (const bool terminate : {false, true}) {
    busy_database at(2);
    const pid_t child = at.migrate(3);
    at.await_waiting();
    schema::native::query(at.session(),
                          fmt::format("SELECT {}(pid) FROM pg_stat_activity WHERE datname = "
                                      "current_database() AND wait_event = 'virtualxid'",
                                      terminate ? "pg_terminate_backend" : "pg_cancel_backend"));
    // To take it back waits for the transaction as well.
    if (!terminate) {
      at.await("wait_event = 'virtualxid' AND query LIKE 'DROP INDEX%'", "1");
      at.end_transaction();
    }
    CHECK(WEXITSTATUS(wait_for(child)) == 1);
    CHECK(history(at.session()) ==
          (terminate ? "up 1, started 2, up 2, started 3" : "up 1, started 2, up 2, started 3, down 3"));
    if (terminate)
      at.end_transaction();
    else
      at.check_is_at(2);
    CHECK(line(schema::migrator(at.session(), whole).up(3)) == "3");
    at.check_is_at(3);
  }
}

TEST_CASE("migrators at once carry each step of phases out exactly once, and none deadlocks") {
  if (!postgresql_database::available()) return;
  busy_database at(1);
  std::vector<pid_t> children;
  for (int i = 0; i < 4; ++i) children.push_back(at.migrate(whole.count));
  at.await_waiting();
  usleep(300'000); // the others poll for the lock meanwhile
  at.end_transaction();
  for (const pid_t child : children) CHECK(wait_for(child) == 0);
  at.check_is_at(whole.count);
  std::size_t started = 0, ended = 0;
  for (const auto& event : schema::history_table::events(at.session())) {
    CHECK(event.id == (long long)(started + ended + 1));
    ++(event.event == "started" ? started : ended);
  }
  CHECK(ended == whole.count);
  CHECK(started == 9);
}
