// Constraints that are not valid yet: rows that broke them before stay and are found by the proof. PostgreSQL
// holds new rows to them at once, SQLite from the proof on.
#include "database.hpp"

#include <schema/dsl.hpp>
#include <schema/runtime.hpp>

using namespace test;
using Catch::Matchers::Contains;

namespace {

namespace app {
using namespace schema::dsl;

struct m1 : migration<1, "lessons", create_table<"events", column<"id", integer, primary_key>>,
                      create_table<"lessons", column<"id", integer, primary_key>, column<"event_id", integer>,
                                   column<"minutes", integer>>,
                      data<"INSERT INTO lessons (id, event_id, minutes) VALUES (1, 9, -5)">> {};
struct m2
    : migration<2, "for new rows", add_constraint<"lessons", not_valid<check<"last", "minutes > 0">>>,
                add_constraint<"lessons",
                               not_valid<foreign_key<columns<"event_id">, references_on<"events", "id">>>>> {
};
struct m3 : migration<3, "they last", validate_constraint<"lessons", "last">> {};
struct m4 : migration<4, "they belong", validate_constraint<"lessons", "lessons_event_id_fkey">> {};
struct history : migrations<m1, m2, m3, m4> {};
} // namespace app

bool takes(soci::session& session, std::string_view sql) {
  try {
    schema::native::run(session, sql);
    return true;
  } catch (const schema::native_error&) {
    return false;
  }
}
std::string failure(soci::session& session) {
  try {
    schema::migrator_for<app::history>(session).up();
  } catch (const schema::migration_error& error) {
    return error.what();
  }
  return "nothing failed";
}

} // namespace

TEMPLATE_TEST_CASE(
    "rows that broke a constraint before stay until they are mended, and are found by the proof", "",
    sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  soci::session& session = connection.session();
  const bool is_sqlite = schema::backend_of(session) == schema::backend::sqlite;
  CHECK_THAT(failure(session), Contains("they last"));
  CHECK(value(session, "SELECT max(version) FROM schema_history") == "2");
  CHECK(value(session, "SELECT count(*) FROM lessons WHERE minutes = -5") == "1");
  constexpr std::string_view worse = "INSERT INTO lessons (id, event_id, minutes) VALUES (2, 9, -6)";
  CHECK(takes(session, worse) == is_sqlite);
  schema::native::run(session, "DELETE FROM lessons WHERE id = 2; UPDATE lessons SET minutes = 5");
  CHECK_THAT(failure(session), Contains("they belong"));
  CHECK(value(session, "SELECT max(version) FROM schema_history") == "3");
  schema::native::run(session, "INSERT INTO events (id) VALUES (9)");
  CHECK(failure(session) == "nothing failed");
  CHECK_FALSE(takes(session, worse));
  CHECK_FALSE(takes(session, "UPDATE lessons SET event_id = 8"));

  // Back before the proof what stands is asked no more.
  auto migrator = schema::migrator_for<app::history>(session);
  migrator.down();
  migrator.down();
  CHECK(takes(session, worse) == is_sqlite);
  CHECK(takes(session, "INSERT INTO lessons (id, event_id, minutes) VALUES (3, 9, 6)"));
  migrator.down();
  CHECK(takes(session, "UPDATE lessons SET minutes = -1"));
}
