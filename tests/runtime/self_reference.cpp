// Rows of a table that refer to each other hold no DROP TABLE up, whatever the action.
#include "database.hpp"

#include <schema/dsl.hpp>
#include <schema/runtime.hpp>

using namespace test;

namespace {

using namespace schema::dsl;

template <item Action> struct nodes_of_action {
  struct first
      : migration<1, "nodes",
                  create_table<"nodes", column<"id", integer, primary_key>,
                               column<"after_id", integer, default_to<1>, references<"nodes", "id", Action>>>,
                  create_table<"others", column<"id", integer, primary_key>>> {};
  struct second : migration<2, "no nodes", drop_table<"nodes", loses_data>> {};
  struct history : migrations<first, second> {};
};

template <class Database, item Action> void drop_with_rows() {
  if (!Database::available()) return;
  const Database database;
  schema::connection connection{database.url()};
  soci::session& session = connection.session();
  auto migrator = schema::migrator_for<typename nodes_of_action<Action>::history>(session);
  const auto fill = [&] {
    schema::native::run(session, "INSERT INTO nodes (id, after_id) VALUES (1, 1), (2, 1), (3, 2)");
  };
  migrator.up(1);
  fill();
  migrator.up();
  migrator.down();
  CHECK(value(session, "SELECT count(*) FROM nodes") == "0");
  fill();
  migrator.down();
  if (Database::target == schema::backend::sqlite) CHECK(value(session, "PRAGMA foreign_keys") == "1");
}

template <class Database> void each_action() {
  drop_with_rows<Database, on_delete::no_action>();
  drop_with_rows<Database, on_delete::restrict>();
  drop_with_rows<Database, on_delete::cascade>();
  drop_with_rows<Database, on_delete::set_null>();
  drop_with_rows<Database, on_delete::set_default>();
}

} // namespace

TEST_CASE("SQLite drops a table of rows that refer to each other") { each_action<sqlite_database>(); }
TEST_CASE("PostgreSQL drops a table of rows that refer to each other") { each_action<postgresql_database>(); }
