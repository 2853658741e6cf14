// Extensions on PostgreSQL: one that stands is as good, one that is used is not dropped, one may stay.
#include "database.hpp"

#include <schema/dsl.hpp>
#include <schema/runtime.hpp>

using namespace test;
using Catch::Matchers::Contains;

namespace {

namespace app {
using namespace schema::dsl;

struct m1
    : migration<1, "words", create_table<"words", column<"id", integer, primary_key>, column<"word", text>>,
                create_extension<"pg_trgm">, create_extension<"citext", nothing_to_undo>> {};
struct m2 : migration<2, "they go", assume_safe<"a test", drop_extension<"pg_trgm">>> {};
struct history : migrations<m1, m2> {};
} // namespace app

std::string extensions(soci::session& session) {
  return value(session, "SELECT string_agg(extname, ' ' ORDER BY extname) FROM pg_extension");
}

} // namespace

TEST_CASE("an extension comes and goes, and stays where the way back leaves it") {
  if (!postgresql_database::available()) return;
  postgresql_database database;
  schema::connection connection(database.url());
  soci::session& session = connection.session();
  schema::native::run(session, "SET client_min_messages = warning; CREATE EXTENSION citext");
  auto migrator = schema::migrator_for<app::history>(session);
  migrator.up(1);
  CHECK(extensions(session) == "citext pg_trgm plpgsql");
  migrator.up();
  CHECK(extensions(session) == "citext plpgsql");
  migrator.down();
  CHECK(extensions(session) == "citext pg_trgm plpgsql");
  migrator.down();
  CHECK(extensions(session) == "citext plpgsql");
}

TEST_CASE("one that something is made of is not dropped, and the step is absent as a whole") {
  if (!postgresql_database::available()) return;
  postgresql_database database;
  schema::connection connection(database.url());
  soci::session& session = connection.session();
  auto migrator = schema::migrator_for<app::history>(session);
  migrator.up(1);
  schema::native::run(session, "CREATE INDEX own ON words USING gin (word gin_trgm_ops)");
  const auto failure = [](auto&& act) -> std::string {
    try {
      act();
    } catch (const schema::migration_error& error) {
      return error.what();
    }
    return "nothing failed";
  };
  CHECK_THAT(failure([&] { migrator.up(); }),
             Contains("drop_extension pg_trgm") && Contains("other objects depend"));
  CHECK_THAT(failure([&] { migrator.down(); }), Contains("create_extension pg_trgm"));
  CHECK(extensions(session) == "citext pg_trgm plpgsql");
  CHECK(value(session, "SELECT count(*) FROM words") == "0");
}

TEST_CASE("SQLite has nothing to do for it") {
  sqlite_database database;
  schema::connection connection(database.url());
  auto migrator = schema::migrator_for<app::history>(connection.session());
  CHECK(migrator.steps().steps[1].up.count == 0);
  migrator.up();
  migrator.down_to(0);
  CHECK(value(connection.session(), "SELECT count(*) FROM sqlite_master WHERE name = 'words'") == "0");
}
