// A history for PostgreSQL alone is carried out there, and SQLite is told that it has no steps.
#include "../golden/postgresql_alone/history.hpp"
#include "database.hpp"

#include <schema/dsl.hpp>
#include <schema/runtime.hpp>

using namespace test;

namespace {

using history = golden_postgresql_alone::history;

template <class Act> std::string refusal(Act&& act) {
  try {
    act();
  } catch (const schema::migration_refused& refused) {
    CHECK(refused.reason == schema::migration_refusal::backend_differs);
    return refused.what();
  }
  return "nothing was refused";
}

} // namespace

TEST_CASE("SQLite is refused in one line, before anything is written") {
  const std::string wanted = "the history is for PostgreSQL alone: it has no steps for SQLite";
  sqlite_database database;
  schema::connection connection(database.url());
  CHECK(refusal([&] { schema::migrator_for<history>(connection.session()); }) == wanted);
  CHECK(refusal([&] { schema::plan(schema::steps_of<history>(schema::backend::sqlite)); }) == wanted);
  CHECK(value(connection.session(), "SELECT count(*) FROM sqlite_master") == "0");
  CHECK(schema::steps_of<history>(schema::backend::postgresql).count == 3);
}

TEST_CASE("PostgreSQL carries it out, with what SQLite would lack") {
  if (!postgresql_database::available()) return;
  postgresql_database database;
  schema::connection connection(database.url());
  soci::session& session = connection.session();
  auto migrator = schema::migrator_for<history>(session);
  migrator.up();
  CHECK(value(session, "SELECT price FROM lessons") == "6.17");
  CHECK(value(session, "SELECT number FROM lessons") == "1");
  CHECK_THROWS(schema::native::run(session, "UPDATE lessons SET level = 'absurd'"));
  migrator.down_to(0);
  CHECK(value(session, "SELECT count(*) FROM pg_class WHERE relname = 'lessons'") == "0");
}
