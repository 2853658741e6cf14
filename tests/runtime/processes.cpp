// Several processes on one database, and processes that die.
#include "database.hpp"
#include "hand_made.hpp"
#include "process.hpp"

#include <chrono>
#include <csignal>

using namespace test;

namespace {

hand_made many_tables(schema::backend target) {
  hand_made made(target);
  for (schema::u64 version = 1; version <= 20; ++version) made.table(version, fmt::format("t{}", version));
  return made;
}

/// Two steps, the second with something in its middle.
hand_made interrupted(schema::backend target, const std::string& middle) {
  hand_made made(target);
  made.table(1, "a").step(2, "b", {{"CREATE TABLE b (id integer)", middle, "CREATE TABLE c (id integer)"}},
                          {{}, true});
  return made;
}

void die_here(sqlite3* handle) {
  sqlite3_create_function(
      handle, "now_die", 0, SQLITE_UTF8, nullptr,
      [](sqlite3_context*, int, sqlite3_value**) { raise(SIGKILL); }, nullptr, nullptr);
}

} // namespace

TEMPLATE_TEST_CASE("migrators at once apply each step exactly once", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  const auto made = many_tables(TestType::target);
  std::vector<pid_t> children;
  for (int i = 0; i < 4; ++i)
    children.push_back(in_process([&] {
      schema::connection connection(database.url());
      schema::migrator(connection.session(), made.program()).up();
    }));
  for (pid_t child : children) CHECK(wait_for(child) == 0);
  schema::connection connection(database.url());
  const auto events = schema::history_table::events(connection.session());
  REQUIRE(events.size() == 20);
  for (std::size_t i = 0; i < events.size(); ++i) {
    CHECK(events[i].id == (long long)(i + 1));
    CHECK(events[i].version == i + 1);
  }
}

TEMPLATE_TEST_CASE("two that take back the last step take back one", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  const auto made = three_tables(TestType::target);
  schema::connection connection(database.url());
  schema::migrator(connection.session(), made.program()).up();
  const auto history_now = schema::history_table::read(connection.session());
  const auto settled = schema::settle({.way = schema::direction::down, .to = {}, .steps = 1}, history_now);
  schema::migrator migrator(connection.session(), made.program());
  CHECK(line(migrator.run(settled)) == "-3");
  CHECK(line(migrator.run(settled)) == "");
}

TEST_CASE("a process killed inside a step leaves a SQLite file that carries on") {
  for (const char* mode : {"delete", "wal"}) {
    sqlite_database database;
    {
      schema::connection connection(database.url());
      schema::native::run(connection.session(), fmt::format("PRAGMA journal_mode = {}", mode));
    }
    const auto made = interrupted(schema::backend::sqlite, "SELECT now_die()");
    const int status = wait_for(in_process([&] {
      schema::connection connection(database.url());
      die_here(schema::native::sqlite_handle(connection.session()));
      schema::migrator(connection.session(), made.program()).up();
    }));
    REQUIRE(WIFSIGNALED(status));
    schema::connection connection(database.url());
    auto& session = connection.session();
    CHECK(tables(session) == "");
    // The same step, as it would be without the accident.
    const auto whole = interrupted(schema::backend::sqlite, "SELECT 1");
    CHECK(line(schema::migrator(session, whole.program()).up()) == "1 2");
    CHECK(tables(session) == "a b c");
    CHECK(value(session, "PRAGMA integrity_check") == "ok");
  }
}

TEST_CASE("a process killed inside a step leaves a PostgreSQL database that carries on") {
  if (!postgresql_database::available()) return;
  postgresql_database database;
  const auto made = interrupted(schema::backend::postgresql, "SELECT pg_sleep(60)");
  const pid_t child = in_process([&] {
    schema::connection connection(database.url());
    schema::migrator(connection.session(), made.program()).up();
  });
  schema::connection connection(database.url());
  auto& session = connection.session();
  for (int i = 0;
       i < 500 &&
       value(session, "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname "
                      "= current_database()") == "0";
       ++i)
    usleep(20'000);
  kill(child, SIGKILL);
  REQUIRE(WIFSIGNALED(wait_for(child)));
  CHECK(tables(session) == "a");
  CHECK(history(session) == "up 1");
  const auto whole = interrupted(schema::backend::postgresql, "SELECT 1");
  // The checksum of step 2 differs, but it was never applied.
  CHECK(
      line(schema::migrator(session, whole.program(), {.lock_wait = std::chrono::seconds(20), .observer = {}})
               .up()) == "2");
  CHECK(tables(session) == "a b c");
}

TEST_CASE("a migrator that waits too long for another says who it is") {
  if (!postgresql_database::available()) return;
  postgresql_database database;
  schema::connection holder(database.url(), {.application_name = "the other"}), connection(database.url());
  const auto made = three_tables(schema::backend::postgresql);
  schema::native::run(holder.session(),
                      fmt::format("SELECT pg_advisory_lock({})", schema::detail::advisory_lock::key));
  bool told = false;
  schema::migrator migrator(
      connection.session(), made.program(),
      {.lock_wait = std::chrono::milliseconds(50),
       .observer = [&](const schema::progress& now) { told |= now.kind == schema::progress_kind::waiting; }});
  try {
    migrator.up();
    FAIL("it did not wait");
  } catch (const schema::migration_refused& refused) {
    CHECK(refused.reason == schema::migration_refusal::busy);
    CHECK_THAT(refused.what(), Catch::Matchers::Contains("the other"));
  }
  CHECK(told);
}

TEST_CASE("a SQLite file that another process writes to is waited for, then named busy") {
  sqlite_database database;
  schema::connection holder(database.url()), connection(database.url());
  schema::native::run(holder.session(), "BEGIN IMMEDIATE");
  const auto made = three_tables(schema::backend::sqlite);
  schema::migrator migrator(connection.session(), made.program(),
                            {.lock_wait = std::chrono::milliseconds(50), .observer = {}});
  try {
    migrator.up();
    FAIL("it did not wait");
  } catch (const schema::migration_refused& refused) {
    CHECK(refused.reason == schema::migration_refusal::busy);
  }
  schema::native::run(holder.session(), "ROLLBACK");
  CHECK(line(migrator.up()) == "1 2 3");
}

TEST_CASE("a table that a reader holds is waited for, then the step is tried again") {
  if (!postgresql_database::available()) return;
  postgresql_database database;
  schema::connection reader(database.url()), connection(database.url());
  hand_made made(schema::backend::postgresql);
  made.table(1, "a").step(2, "wider", {{"ALTER TABLE a ADD COLUMN b integer"}}, {{}, true});
  schema::migrator patient(
      connection.session(), made.program(),
      {.lock_timeout = std::chrono::milliseconds(50), .lock_retries = 1, .observer = {}});
  patient.up(1);
  schema::native::run(reader.session(), "BEGIN; SELECT * FROM a");
  try {
    patient.up();
    FAIL("it did not wait");
  } catch (const schema::migration_error& error) {
    CHECK(error.code == "55P03");
    CHECK(error.statement == "ALTER TABLE a ADD COLUMN b integer");
  }
  schema::native::run(reader.session(), "COMMIT");
  CHECK(line(patient.up()) == "2");
}

TEST_CASE("a lock that is gone before the end is told, since the next migrator may have come between") {
  if (!postgresql_database::available()) return;
  postgresql_database database;
  schema::connection connection(database.url());
  const auto made = three_tables(schema::backend::postgresql);
  const auto give_away = [&](const schema::progress& now) { // as a pooler would: the session is another one
    if (now.kind == schema::progress_kind::finished && now.number == 2)
      schema::native::run(connection.session(),
                          fmt::format("SELECT pg_advisory_unlock({})", schema::detail::advisory_lock::key));
  };
  schema::migrator migrator(connection.session(), made.program(), {.observer = give_away});
  CHECK_THROWS_AS(migrator.up(), schema::lock_lost);
  CHECK(history(connection.session()) == "up 1, up 2, up 3");
}

TEST_CASE("a full disk stops a step and takes none of those before it along") {
  sqlite_database database;
  schema::connection connection(database.url());
  auto& session = connection.session();
  const auto made = many_tables(schema::backend::sqlite);
  schema::migrator migrator(session, made.program());
  CHECK(line(migrator.up(1)) == "1");
  schema::native::run(session, "PRAGMA max_page_count = 8");
  try {
    migrator.up();
    FAIL("there was room");
  } catch (const schema::migration_error& error) {
    CHECK(error.code == "13");
    CHECK_THAT(error.what(), Catch::Matchers::Contains("database or disk is full"));
    const auto stood = migrator.status();
    for (const auto& step : stood)
      CHECK((step.state == schema::migration_state::applied) == (step.version < error.version));
  }
  schema::native::run(session, "PRAGMA max_page_count = 1000");
  migrator.up();
  CHECK(history(session).find("up 20") != std::string::npos);
}
