// The script of an `execute` runs on SQLite as it would alone, though its step builds tables anew: a rename
// in it is followed by the foreign keys and views of other tables.
#include "database.hpp"

#include <schema/dsl.hpp>
#include <schema/runtime.hpp>

using namespace test;

namespace {

namespace app {
using namespace schema::dsl;

struct m1
    : migration<
          1, "owners and pets", create_table<"owners", column<"id", integer, primary_key>>,
          create_table<"pets", column<"id", integer, primary_key>,
                       column<"owner_id", integer, nullable, references<"owners", "id">>>,
          create_view<"owned", "SELECT p.id AS pet FROM pets AS p JOIN owners AS o ON o.id = p.owner_id">> {};
struct m2
    : migration<
          2, "owners are keepers",
          assume_safe<"no program reads it", execute<up<postgresql<"ALTER TABLE owners RENAME TO keepers">,
                                                        sqlite<"ALTER TABLE owners RENAME TO keepers">>,
                                                     down<postgresql<"ALTER TABLE keepers RENAME TO owners">,
                                                          sqlite<"ALTER TABLE keepers RENAME TO owners">>,
                                                     effects<rename_table<"owners", "keepers">>>>,
          assume_safe<"the table is small", add_constraint<"pets", check<"pets_check", "id > 0">>>> {};
struct history : migrations<m1, m2> {};
} // namespace app

} // namespace

TEMPLATE_TEST_CASE("a script beside a rebuild renames a table that others name", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  auto& session = connection.session();
  auto migrator = schema::migrator_for<app::history>(session);
  migrator.up(1);
  schema::native::run(session,
                      "INSERT INTO owners (id) VALUES (1); INSERT INTO pets (id, owner_id) VALUES (7, 1)");
  migrator.up();
  CHECK(value(session, "SELECT pet FROM owned") == "7");
  CHECK_THROWS(schema::native::run(session, "INSERT INTO pets (id, owner_id) VALUES (8, 2)"));
  schema::native::run(session,
                      "INSERT INTO keepers (id) VALUES (2); INSERT INTO pets (id, owner_id) VALUES (8, 2)");
  migrator.down();
  CHECK(value(session, "SELECT max(pet) FROM owned") == "8");
  CHECK_THROWS(schema::native::run(session, "INSERT INTO pets (id, owner_id) VALUES (9, 3)"));
  schema::native::run(session,
                      "INSERT INTO owners (id) VALUES (3); INSERT INTO pets (id, owner_id) VALUES (9, 3)");
}
