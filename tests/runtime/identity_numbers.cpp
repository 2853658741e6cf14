// The first number that identity_options says, and those that follow, as each database gives them.
#include "database.hpp"

#include <schema/dialect/declared.hpp>
#include <schema/dsl.hpp>
#include <schema/runtime.hpp>

using namespace test;

namespace {

namespace app {
using namespace schema::dsl;

using id = column<"id", bigint, identity_options<start_with<1000>, cache<1>>, primary_key>;
struct orders : table<"orders", id, column<"note", text, nullable>> {};
struct tables : schema::tables<orders> {};

struct m1 : migration<1, "orders", create_table<"orders", id, column<"note", text>>> {};
struct m2
    : migration<2, "built anew on SQLite, before a row came", alter_column<"orders", "note", drop_not_null>> {
};
struct m3 : migration<3, "it goes", drop_table<"orders", loses_data>> {};
struct m4 : migration<4, "and comes", create_table<"orders", id, column<"note", text, nullable>>> {};
struct history : migrations<m1, m2, m3, m4> {};
static_assert(schema::proven<history, tables>);
} // namespace app

std::string next_number(soci::session& session) {
  schema::native::run(session, "INSERT INTO orders (note) VALUES ('x')");
  return value(session, "SELECT max(id) FROM orders");
}

template <class Database> void numbers() {
  if (!Database::available()) return;
  const Database database;
  schema::connection connection{database.url()};
  soci::session& session = connection.session();
  auto migrator = schema::migrator_for<app::history>(session);
  migrator.up(2);
  CHECK(next_number(session) == "1000");
  CHECK(next_number(session) == "1001");
  schema::native::run(session, "DELETE FROM orders");
  migrator.down(); // built anew once more: the numbers of rows that are gone don't come back
  CHECK(next_number(session) == "1002");
  migrator.up(3);
  migrator.down();
  CHECK(next_number(session) == "1000"); // of a new table
  migrator.up();
  CHECK(next_number(session) == "1000");
}

template <class Database, schema::backend Target> void declared_numbers() {
  if (!Database::available()) return;
  const Database database;
  schema::connection connection{database.url()};
  const schema::script_text& script = schema::declared_script_of<app::tables, Target>;
  for (schema::u32 i = 0; i < script.count; ++i)
    schema::native::run(connection.session(), std::string_view(script.statements[i].sql));
  CHECK(next_number(connection.session()) == "1000");
}

} // namespace

TEST_CASE("SQLite numbers from the first number on") { numbers<sqlite_database>(); }
TEST_CASE("PostgreSQL numbers from the first number on") { numbers<postgresql_database>(); }
TEST_CASE("so do tables that are made in one go") {
  declared_numbers<sqlite_database, schema::backend::sqlite>();
  declared_numbers<postgresql_database, schema::backend::postgresql>();
}
