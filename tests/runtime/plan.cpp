// A plan, fed to the database's own client, does what the migrator does.
#include "client.hpp"
#include "hand_made.hpp"

using namespace test;

namespace {

template <class Database> hand_made some_steps() {
  hand_made made(Database::target);
  made.table(1, "a").table(2, "b");
  made.step(3, "it's: a -- comment",
            {{"INSERT INTO a (id, at) VALUES (1, ';') -- a comment in the last line",
              "CREATE TABLE c (id integer)"}},
            {{"DROP TABLE c", "DELETE FROM a"}});
  return made;
}

} // namespace

TEMPLATE_TEST_CASE("a plan is a script for the database's own client", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  TestType by_client, by_migrator;
  const auto made = some_steps<TestType>();
  const auto steps = made.program();
  REQUIRE(feed(by_client, schema::plan(steps)));
  schema::connection fed(by_client.url()), migrated(by_migrator.url());
  schema::migrator(migrated.session(), steps).up();
  for (auto* session : {&fed.session(), &migrated.session()}) {
    CHECK(tables(*session) == "a b c");
    CHECK(value(*session, "SELECT at FROM a") == ";");
    CHECK(history(*session) == "up 1, up 2, up 3");
  }
  // The migrator takes over where the client ended, and the other way round.
  CHECK(line(schema::migrator(fed.session(), steps).up()) == "");
  REQUIRE(feed(by_client, schema::plan(steps, {.way = schema::direction::down, .to = 1})));
  CHECK(history(fed.session()) == "up 1, up 2, up 3, down 3, down 2");
  CHECK(line(schema::migrator(fed.session(), steps).up()) == "2 3");
}

TEMPLATE_TEST_CASE("a plan that fails stops at the failing step", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  hand_made made(TestType::target);
  made.table(1, "a")
      .step(2, "mistake", {{"CREATE TABLE b (id integer)", "INSERT INTO nowhere VALUES (1)"}}, {{}})
      .table(3, "c");
  CHECK_FALSE(feed(database, schema::plan(made.program()) + "\nCREATE TABLE too_far (id integer);\n"));
  schema::connection connection(database.url());
  // One transaction on SQLite, one a step on PostgreSQL.
  CHECK(tables(connection.session()) == (TestType::target == schema::backend::sqlite ? "" : "a"));
}

TEST_CASE("a plan of a rebuild switches foreign keys off before its transaction") {
  hand_made made(schema::backend::sqlite);
  made.table(1, "a");
  made.step(2, "rebuild",
            {{"keep a", "CREATE TABLE n (id INTEGER PRIMARY KEY)", "INSERT INTO n SELECT id FROM a",
              "DROP TABLE a", "ALTER TABLE n RENAME TO a", "restore a"}},
            {{}, true});
  made.table(3, "c");
  const std::string script = schema::plan(made.program());
  const auto off = script.find("PRAGMA foreign_keys = OFF"), rebuild = script.find("BEGIN IMMEDIATE", off),
             on = script.find("PRAGMA foreign_keys = ON", rebuild);
  CHECK(off != std::string::npos);
  CHECK(rebuild < script.find("DROP TABLE a"));
  CHECK(on > script.find("COMMIT", rebuild));
  CHECK(on < script.find("CREATE TABLE c"));
  sqlite_database database;
  REQUIRE(feed(database, script));
  schema::connection connection(database.url());
  CHECK(history(connection.session()) == "up 1, up 2, up 3");
}

TEST_CASE("a plan for nothing is empty, and one for no version is refused") {
  const auto made = three_tables(schema::backend::sqlite);
  CHECK(schema::plan(made.program(), {}, 3) == "");
  CHECK_THROWS_AS(schema::plan(made.program(), {.way = schema::direction::up, .to = 9}),
                  schema::migration_refused);
}
