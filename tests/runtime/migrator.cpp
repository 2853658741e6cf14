// Up, down and what is refused, on both databases.
#include "database.hpp"
#include "hand_made.hpp"

using namespace test;
using Catch::Matchers::Contains;

namespace {

template <class Error, class Work> Error caught(Work&& work) {
  try {
    work();
  } catch (const Error& error) {
    return error;
  }
  FAIL("nothing was thrown");
  std::abort();
}

template <class Work> schema::migration_refused refused(Work&& work) {
  return caught<schema::migration_refused>(work);
}

} // namespace

TEMPLATE_TEST_CASE("steps go up and down", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  auto& session = connection.session();
  const auto made = three_tables(TestType::target);
  schema::migrator migrator(session, made.program());

  CHECK(line(migrator.up(2)) == "1 2");
  CHECK(tables(session) == "a b");
  CHECK(line(migrator.up(1)) == "");
  CHECK(line(migrator.up()) == "3");
  CHECK(line(migrator.up()) == "");
  CHECK(tables(session) == "a b c");
  CHECK(line(migrator.redo()) == "-3 3");
  CHECK(line(migrator.down()) == "-3");
  CHECK(line(migrator.down_to(1)) == "-2");
  CHECK(line(migrator.down_to(2)) == "");
  CHECK(tables(session) == "a");
  CHECK(line(migrator.up()) == "2 3");
  CHECK(line(migrator.down(2)) == "-3 -2");
  CHECK(line(migrator.down(9)) == "-1");
  CHECK(tables(session) == "");
  CHECK(line(migrator.down()) == "");
  CHECK(history(session) ==
        "up 1, up 2, up 3, down 3, up 3, down 3, down 2, up 2, up 3, down 3, down 2, down 1");
}

TEMPLATE_TEST_CASE("the history holds what, when and by which program", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  hand_made made(TestType::target);
  made.step(202611221030, "it's: a \"title\"", {{"CREATE TABLE a (id integer)"}}, {{"DROP TABLE a"}});
  schema::migrator migrator(connection.session(), made.program(), {.program = "o'clock", .observer = {}});
  migrator.up();
  const auto events = schema::history_table::events(connection.session());
  REQUIRE(events.size() == 1);
  CHECK(events[0].id == 1);
  CHECK(events[0].event == "up");
  CHECK(events[0].version == 202611221030);
  CHECK(events[0].name == "it's: a \"title\"");
  CHECK(events[0].checksum == schema::checksum_text(made.program().steps[0].checksum));
  CHECK(events[0].program == "o'clock");
  CHECK(events[0].duration_ms >= 0);
  CHECK_THAT(events[0].applied_at,
             Catch::Matchers::Matches("20\\d\\d-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d:[0-5]\\d\\.\\d{3}Z"));
}

TEMPLATE_TEST_CASE("a failing step is absent and those before it stand", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  auto& session = connection.session();
  hand_made made(TestType::target);
  made.table(1, "a").table(2, "b");
  made.step(
      3, "a mistake",
      {{"CREATE TABLE c (id integer)", "INSERT INTO nowhere VALUES (':x')", "CREATE TABLE d (id integer)"}},
      {{}});
  made.table(4, "e");
  schema::migrator migrator(session, made.program());
  const auto error = caught<schema::migration_error>([&] { migrator.up(); });
  CHECK(error.version == 3);
  CHECK(error.title == "a mistake");
  CHECK(error.operation == "operation 1 of 3");
  CHECK(error.statement == "INSERT INTO nowhere VALUES (':x')");
  CHECK_THAT(error.message, Contains("nowhere"));
  CHECK(error.code == (TestType::target == schema::backend::sqlite ? "1" : "42P01"));
  for (const char* part : {"migration 3", "a mistake", "operation 1 of 3", "INSERT INTO nowhere"})
    CHECK_THAT(error.what(), Contains(part));
  CHECK(tables(session) == "a b");
  CHECK(history(session) == "up 1, up 2");
  CHECK_FALSE(schema::native::in_transaction(session));

  // Corrected, it carries on.
  hand_made corrected(TestType::target);
  corrected.table(1, "a").table(2, "b").table(3, "c");
  CHECK(line(schema::migrator(session, corrected.program()).up()) == "3");
}

TEMPLATE_TEST_CASE("a name in double quotes that is no column is refused, not taken for a text", "",
                   sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  hand_made made(TestType::target);
  made.table(1, "a").step(2, "misspelt", {{"UPDATE a SET at = \"shipped\""}}, {});
  schema::migrator migrator(connection.session(), made.program());
  CHECK_THROWS_WITH(migrator.up(), Catch::Matchers::Contains("shipped"));
  CHECK(line(migrator.up(1)) == "");
}

TEMPLATE_TEST_CASE("a step that fails on its way down stays", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  auto& session = connection.session();
  hand_made made(TestType::target);
  made.table(1, "a")
      .step(2, "b", {{"CREATE TABLE b (id integer)"}}, {{"DROP TABLE b", "DROP TABLE nowhere"}})
      .table(3, "c");
  schema::migrator migrator(session, made.program());
  migrator.up();
  const auto error = caught<schema::migration_error>([&] { migrator.down_to(0); });
  CHECK(error.version == 2);
  CHECK_THAT(error.what(), Contains("on its way down"));
  CHECK(tables(session) == "a b");
  CHECK(history(session) == "up 1, up 2, up 3, down 3");
}

TEMPLATE_TEST_CASE("an applied migration that was edited is refused by name", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  auto& session = connection.session();
  const auto made = three_tables(TestType::target);
  schema::migrator(session, made.program()).up(2);
  hand_made edited(TestType::target);
  edited.table(1, "a").table(2, "other").table(3, "c");
  schema::migrator migrator(session, edited.program());
  for (const auto& work :
       {std::function<void()>([&] { migrator.up(); }), std::function<void()>([&] { migrator.down(); }),
        std::function<void()>([&] { migrator.redo(); }),
        std::function<void()>([&] { migrator.dry_run(); })}) {
    const auto refusal = refused(work);
    CHECK(refusal.reason == schema::migration_refusal::checksum_changed);
    CHECK(refusal.version == 2);
    CHECK_THAT(refusal.what(), Contains(schema::checksum_text(made.program().steps[1].checksum)));
    CHECK_THAT(refusal.what(), Contains(schema::checksum_text(edited.program().steps[1].checksum)));
  }
  CHECK(tables(session) == "a b");
  const auto status = migrator.status();
  REQUIRE(status.size() == 3);
  CHECK(status[0].state == schema::migration_state::applied);
  CHECK(status[1].state == schema::migration_state::changed);
  CHECK(status[2].state == schema::migration_state::pending);
}

TEMPLATE_TEST_CASE("a version that the program does not know is refused by name", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  const auto made = three_tables(TestType::target);
  schema::migrator(connection.session(), made.program()).up();
  hand_made older(TestType::target);
  older.table(1, "a").table(2, "b");
  schema::migrator migrator(connection.session(), older.program());
  const auto refusal = refused([&] { migrator.up(); });
  CHECK(refusal.reason == schema::migration_refusal::version_unknown);
  CHECK(refusal.version == 3);
  CHECK_THAT(refusal.what(), Contains("make c"));
  CHECK(migrator.status().back().state == schema::migration_state::unknown);
}

TEMPLATE_TEST_CASE("a migration that slipped in below an applied one is refused", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  hand_made with_three(TestType::target), merged(TestType::target);
  with_three.table(1, "a").table(3, "c");
  schema::migrator(connection.session(), with_three.program()).up();
  merged.table(1, "a").table(2, "b").table(3, "c");
  // The chain makes 3 differ too; a hole alone is seen where the hash of 3 is right.
  auto steps = std::vector<schema::step_text>(merged.program().steps, merged.program().steps + 3);
  steps[2].checksum = with_three.program().steps[1].checksum;
  schema::migrator migrator(connection.session(), {TestType::target, steps.data(), 3});
  const auto refusal = refused([&] { migrator.up(); });
  CHECK(refusal.reason == schema::migration_refusal::version_skipped);
  CHECK(refusal.version == 2);
  CHECK(migrator.status()[1].state == schema::migration_state::skipped);
}

TEMPLATE_TEST_CASE("an irreversible step on the way stops before anything is taken back", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  hand_made made(TestType::target);
  made.table(1, "a").step(2, "no way back", {{"CREATE TABLE b (id integer)"}}, {{}, true}).table(3, "c");
  schema::migrator migrator(connection.session(), made.program());
  migrator.up();
  const auto refusal = refused([&] { migrator.down_to(0); });
  CHECK(refusal.reason == schema::migration_refusal::irreversible);
  CHECK(refusal.version == 2);
  CHECK(tables(connection.session()) == "a b c");
  CHECK(line(migrator.down_to(2)) == "-3");
  CHECK(refused([&] { migrator.redo(); }).reason == schema::migration_refusal::irreversible);
}

TEMPLATE_TEST_CASE("requests that make no sense are refused", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  auto& session = connection.session();
  const auto made = three_tables(TestType::target);
  schema::migrator migrator(session, made.program());
  CHECK(refused([&] { migrator.up(7); }).reason == schema::migration_refusal::no_such_version);
  CHECK(refused([&] { migrator.down_to(7); }).reason == schema::migration_refusal::no_such_version);
  CHECK(refused([&] { migrator.redo(); }).reason == schema::migration_refusal::nothing_applied);
  schema::native::run(session, "BEGIN");
  CHECK(refused([&] { migrator.up(); }).reason == schema::migration_refusal::session_in_transaction);
  schema::native::run(session, "ROLLBACK");
  const auto other = three_tables(TestType::target == schema::backend::sqlite ? schema::backend::postgresql
                                                                              : schema::backend::sqlite);
  CHECK(refused([&] { schema::migrator(session, other.program()); }).reason ==
        schema::migration_refusal::backend_differs);
  hand_made commits(TestType::target);
  commits.step(1, "ends the transaction", {{"CREATE TABLE a (id integer)", "-- now\n Commit"}}, {{}});
  CHECK(refused([&] { schema::migrator(session, commits.program()).up(); }).reason ==
        schema::migration_refusal::transaction_control);
  CHECK(tables(session) == "");
  CHECK_FALSE(schema::history_table::exists(session));
}

TEMPLATE_TEST_CASE("status and dry runs change nothing", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  auto& session = connection.session();
  const auto made = three_tables(TestType::target);
  schema::migrator migrator(session, made.program());
  CHECK(migrator.status().size() == 3);
  CHECK_THAT(migrator.dry_run(), Contains("CREATE TABLE c"));
  CHECK(migrator.dry_run({.way = schema::direction::down, .to = {}, .steps = 1}) == "");
  CHECK_FALSE(schema::history_table::exists(session));
  migrator.up(2);
  const auto before = history(session);
  const auto up = migrator.dry_run();
  CHECK_THAT(up, Contains("CREATE TABLE c") && !Contains("CREATE TABLE b"));
  CHECK_THAT(migrator.dry_run({.way = schema::direction::down, .to = 0}),
             Contains("DROP TABLE b") && Contains("DROP TABLE a") && Contains("'down', 1"));
  CHECK_THAT(migrator.dry_run_redo(),
             Contains("DROP TABLE b") && Contains("CREATE TABLE b") && !Contains("DROP TABLE a"));
  CHECK(history(session) == before);
  CHECK(tables(session) == "a b");
}

TEMPLATE_TEST_CASE("the observer hears of every step", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  const auto made = three_tables(TestType::target);
  std::string heard;
  schema::migrator migrator(
      connection.session(), made.program(), {.observer = [&](const schema::progress& now) {
        heard += fmt::format("{} {} {}/{}; ", now.kind == schema::progress_kind::started ? "start" : "end",
                             now.step->version, now.number, now.count);
      }});
  migrator.up(2);
  CHECK(heard == "start 1 1/2; end 1 1/2; start 2 2/2; end 2 2/2; ");
}
