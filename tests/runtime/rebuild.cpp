// SQLite rebuilds: what the program knows and what it does not know survive them.
#include "database.hpp"
#include "hand_made.hpp"

using namespace test;
using Catch::Matchers::Contains;

namespace {

const std::vector<std::string> rebuild_of_parents{
    "keep parents",
    "CREATE TABLE \"schema_new\" (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER NOT NULL DEFAULT "
    "0) STRICT",
    "INSERT INTO \"schema_new\" (id, name) SELECT id, name FROM parents",
    "DROP TABLE parents",
    "ALTER TABLE \"schema_new\" RENAME TO parents",
    "CREATE INDEX parents_name ON parents (name)",
    "restore parents"};

/// Like the dialect's, the rebuild begins by dropping the indexes that the program knows.
hand_made family(std::vector<std::string> rebuild) {
  rebuild.insert(rebuild.begin(), {"DROP INDEX parents_name", "DROP INDEX parents_gone"});
  hand_made made(schema::backend::sqlite);
  made.step(
      1, "families",
      {{"CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
        "CREATE INDEX parents_name ON parents (name)", "CREATE INDEX parents_gone ON parents (name, id)",
        "CREATE TABLE children (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parents (id) ON "
        "DELETE "
        "CASCADE) STRICT"}},
      {{"DROP TABLE children", "DROP TABLE parents"}});
  made.step(2, "ages", {std::move(rebuild)}, {{}, true});
  return made;
}

struct populated {
  sqlite_database database;
  schema::connection connection{database.url()};
  soci::session& session{connection.session()};

  explicit populated(const hand_made& made) {
    schema::migrator(session, made.program()).up(1);
    schema::native::run(session, R"(
      CREATE TABLE log (line TEXT);
      CREATE TRIGGER parents_log AFTER UPDATE ON parents BEGIN INSERT INTO log VALUES ('it''s: ' || new.name); END;
      CREATE TRIGGER children_log AFTER INSERT ON children BEGIN INSERT INTO log SELECT name FROM parents; END;
      CREATE INDEX "A User's Own" ON parents (name DESC);
      CREATE VIEW elders AS SELECT name FROM parents WHERE id < 3;
      INSERT INTO parents WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 500) SELECT i, 'p' || i FROM n;
      INSERT INTO children SELECT id, id FROM parents;
      DELETE FROM log)");
  }
  std::string value(std::string_view sql) { return test::value(session, sql); }
};

std::string failure(schema::migrator migrator) {
  try {
    migrator.up();
  } catch (const schema::migration_error& error) {
    return error.what();
  }
  return "nothing failed";
}

} // namespace

TEST_CASE("a rebuild keeps rows, children, triggers, views and a user's own indexes") {
  const auto made = family(rebuild_of_parents);
  populated family_tables(made);
  auto& session = family_tables.session;
  schema::migrator(session, made.program()).up();
  CHECK(family_tables.value("SELECT count(*) FROM parents") == "500");
  CHECK(family_tables.value("SELECT count(*) FROM children") == "500");
  CHECK(family_tables.value("SELECT sum(age) FROM parents") == "0");
  CHECK(family_tables.value("SELECT count(*) FROM elders") == "2");
  CHECK(family_tables.value(
            "SELECT group_concat(name) FROM (SELECT name FROM sqlite_master WHERE type = 'index' AND "
            "tbl_name = 'parents' ORDER BY name)") == "A User's Own,parents_name");
  schema::native::run(session, "UPDATE parents SET name = 'x' WHERE id = 7");
  CHECK(family_tables.value("SELECT line FROM log") == "it's: x");
  schema::native::run(
      session, "DELETE FROM log; DELETE FROM parents WHERE id = 8; INSERT INTO children VALUES (900, 9)");
  CHECK(family_tables.value("SELECT count(*) FROM children") == "500"); // one went with its parent, one came
  CHECK(family_tables.value("SELECT count(*) FROM log") == "499");
  CHECK(family_tables.value("PRAGMA foreign_keys") == "1");
  CHECK(family_tables.value("PRAGMA legacy_alter_table") == "0");
  CHECK(family_tables.value("PRAGMA integrity_check") == "ok");
  CHECK(history(session) == "up 1, up 2");
}

TEST_CASE("the settings of the session come back as they were") {
  const auto made = family(rebuild_of_parents);
  populated family_tables(made);
  schema::native::run(
      family_tables.session,
      "PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; PRAGMA busy_timeout = 1234");
  schema::migrator(family_tables.session, made.program()).up();
  CHECK(family_tables.value("PRAGMA foreign_keys") == "0");
  CHECK(family_tables.value("PRAGMA legacy_alter_table") == "1");
  CHECK(family_tables.value("PRAGMA busy_timeout") == "1234");
}

TEST_CASE("a rebuild that loses a row fails and leaves everything") {
  auto losing = rebuild_of_parents;
  losing[2] += " WHERE id <> 250";
  const auto made = family(losing);
  populated family_tables(made);
  CHECK_THAT(failure({family_tables.session, made.program()}),
             Contains("500 rows before and 499 after") && Contains("migration 2"));
  CHECK(family_tables.value("SELECT count(*) FROM parents") == "500");
  CHECK(family_tables.value("SELECT count(*) FROM children") == "500");
  CHECK(family_tables.value("PRAGMA foreign_keys") == "1");
  CHECK(history(family_tables.session) == "up 1");
}

TEST_CASE("a rebuild that leaves a child without its parent fails") {
  auto changing = rebuild_of_parents;
  changing[2] = "INSERT INTO \"schema_new\" (id, name) SELECT CASE id WHEN 250 THEN 9999 ELSE id END, name "
                "FROM parents";
  const auto made = family(changing);
  populated family_tables(made);
  CHECK_THAT(failure({family_tables.session, made.program()}),
             Contains("row 250 of children refers to a row that parents does not have"));
  CHECK(family_tables.value("SELECT count(*) FROM parents WHERE id = 250") == "1");
  CHECK(history(family_tables.session) == "up 1");
}

TEST_CASE("a user's own index on a column that goes is named") {
  auto dropping = rebuild_of_parents;
  dropping[1] = "CREATE TABLE \"schema_new\" (id INTEGER PRIMARY KEY) STRICT";
  dropping[2] = "INSERT INTO \"schema_new\" (id) SELECT id FROM parents";
  dropping.erase(dropping.begin() + 5);
  const auto made = family(dropping);
  populated family_tables(made);
  CHECK_THAT(failure({family_tables.session, made.program()}),
             Contains("index A User's Own of table parents"));
  CHECK(family_tables.value("SELECT name FROM parents WHERE id = 1") == "p1");
}

TEST_CASE("a table may leave its rebuild under another name") {
  auto renaming = rebuild_of_parents;
  renaming[4] = "ALTER TABLE \"schema_new\" RENAME TO elders_all";
  renaming[5] = "CREATE INDEX parents_name ON elders_all (name)";
  renaming[6] = "restore elders_all";
  hand_made made(schema::backend::sqlite);
  made.step(1, "parents", {{"CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT"}},
            {{}});
  made.step(2, "elders", {renaming}, {{}, true});
  sqlite_database database;
  schema::connection connection(database.url());
  auto& session = connection.session();
  schema::migrator migrator(session, made.program());
  migrator.up(1);
  schema::native::run(
      session, "CREATE TABLE log (line TEXT); INSERT INTO parents VALUES (1, 'a'); CREATE TRIGGER \"on\" "
               "AFTER UPDATE OF name ON \"parents\" BEGIN INSERT INTO log VALUES (new.name); END; CREATE "
               "INDEX own ON parents(name)");
  migrator.up();
  schema::native::run(session, "UPDATE elders_all SET name = 'b'");
  CHECK(value(session, "SELECT line FROM log") == "b");
  CHECK(value(session, "SELECT tbl_name FROM sqlite_master WHERE name = 'own'") == "elders_all");
}

TEST_CASE("steps with and without rebuild alternate, and a failure keeps those before") {
  hand_made made(schema::backend::sqlite);
  made.table(1, "a").table(2, "parents");
  made.step(3, "rebuild",
            {{"keep parents", "CREATE TABLE n (id INTEGER PRIMARY KEY)", "DROP TABLE parents",
              "ALTER TABLE n RENAME TO parents", "restore parents"}},
            {{}, true});
  made.table(4, "b").table(5, "c");
  made.step(6, "mistake", {{"CREATE TABLE d (id integer)", "SELEKT"}}, {{}});
  sqlite_database database;
  schema::connection connection(database.url());
  CHECK_THAT(failure({connection.session(), made.program()}), Contains("SELEKT"));
  CHECK(history(connection.session()) == "up 1, up 2, up 3, up 4, up 5");
  CHECK(tables(connection.session()) == "a b c parents");
}

TEST_CASE("when SQLite itself rolls back, the whole group is gone and the error says so") {
  hand_made made(schema::backend::sqlite);
  made.table(1, "a");
  made.step(2, "rolls back",
            {{"CREATE TABLE b (id integer UNIQUE)", "INSERT INTO b VALUES (1)",
              "INSERT OR ROLLBACK INTO b VALUES (1)"}},
            {{}});
  sqlite_database database;
  schema::connection connection(database.url());
  CHECK_THAT(failure({connection.session(), made.program()}), Contains("rolled the whole transaction back"));
  CHECK(tables(connection.session()) == "");
  CHECK_FALSE(schema::native::in_transaction(connection.session()));
}

TEST_CASE("a user's index under a name that the program once used survives a rebuild") {
  hand_made made(schema::backend::sqlite);
  made.step(
      1, "parents",
      {{"CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT)", "CREATE INDEX once ON parents (id)"}},
      {{}});
  made.step(2, "no index", {{"DROP INDEX once"}}, {{}});
  made.step(3, "rebuild",
            {{"keep parents", "CREATE TABLE n (id INTEGER PRIMARY KEY, name TEXT)", "DROP TABLE parents",
              "ALTER TABLE n RENAME TO parents", "restore parents"}},
            {{}, true});
  sqlite_database database;
  schema::connection connection(database.url());
  schema::migrator migrator(connection.session(), made.program());
  migrator.up(2);
  schema::native::run(connection.session(), "CREATE INDEX once ON parents (name)");
  migrator.up();
  CHECK(value(connection.session(), "SELECT sql FROM sqlite_master WHERE name = 'once'") ==
        "CREATE INDEX once ON parents (name)");
}
