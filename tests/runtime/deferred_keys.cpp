// Foreign keys that wait for the end of a transaction: each step answers for its own rows, on both databases.
#include "database.hpp"

#include <schema/dsl.hpp>
#include <schema/runtime.hpp>

using namespace test;
using Catch::Matchers::Contains;

namespace {

namespace app {
using namespace schema::dsl;

struct m1
    : migration<1, "teams and captains",
                create_table<"teams", column<"id", integer, primary_key>, column<"captain_id", integer>>,
                create_table<"players", column<"id", integer, primary_key>,
                             column<"team_id", integer, references<"teams", "id">>>,
                add_constraint<"teams", foreign_key<columns<"captain_id">,
                                                    references_on<"players", "id", initially_deferred>>>> {};
struct m2 : migration<2, "a circle of rows", data<"INSERT INTO teams (id, captain_id) VALUES (1, 10)">,
                      data<"INSERT INTO players (id, team_id) VALUES (10, 1)">> {};
struct m3
    : migration<3, "a captain that nobody knows", data<"INSERT INTO teams (id, captain_id) VALUES (2, 20)">,
                data<"UPDATE players SET team_id = 1">> {};
struct m4
    : migration<4, "who comes a step too late", data<"INSERT INTO players (id, team_id) VALUES (20, 2)">> {};
struct history : migrations<m1, m2, m3, m4> {};

struct m3_altering
    : migration<3, "a captain that nobody knows", data<"INSERT INTO teams (id, captain_id) VALUES (2, 20)">,
                add_column<"teams", column<"motto", text, nullable>>> {};
struct altering : migrations<m1, m2, m3_altering> {};
} // namespace app

template <class History> std::string failure(soci::session& session) {
  try {
    schema::migrator_for<History>(session).up();
  } catch (const schema::migration_error& error) {
    return error.what();
  }
  return "nothing failed";
}

} // namespace

TEMPLATE_TEST_CASE("rows that are whole at the end of their step are taken, others fail it alone", "",
                   sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  soci::session& session = connection.session();
  CHECK_THAT(failure<app::history>(session), Contains("3") && Contains("a captain that nobody knows"));
  CHECK(value(session, "SELECT count(*) FROM teams") == "1");
  CHECK(value(session, "SELECT max(version) FROM schema_history") == "2");
}

TEMPLATE_TEST_CASE("what is to be checked is, before its table is altered", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  soci::session& session = connection.session();
  const std::string told = failure<app::altering>(session);
  CHECK_THAT(told, Contains("a captain that nobody knows") && !Contains("pending trigger events"));
  if (TestType::target == schema::backend::postgresql) CHECK_THAT(told, Contains("data insert teams"));
  CHECK(value(session, "SELECT max(version) FROM schema_history") == "2");
}
