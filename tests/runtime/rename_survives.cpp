// A column that everything names is renamed, its table built anew, and all of it taken down again, with rows
// in it, children that cascade, and a user's own index, triggers and view beside.
#include "database.hpp"
#include "introspection/introspection.hpp"
#include "introspection/model_catalogue.hpp"

#include <schema/dsl.hpp>
#include <schema/runtime.hpp>

using namespace test;
using Catch::Matchers::Contains;

namespace families {
using namespace schema::dsl;

// clang-format off

using children = create_table<"children",
    column<"id",          bigint, identity, primary_key>,
    column<"parent_id",   bigint, references<"parents", "id", on_delete::cascade>>,
    column<"parent_code", text,   references<"parents", "code", on_delete::cascade, on_update::cascade>>,
    index_on<"parent_id">>;

/// Names are derived, and follow the rename.
struct derived : migration<1, "families",
    create_table<"codes", column<"code", text, primary_key>>,
    create_table<"parents",
        column<"id",   bigint,  identity, primary_key>,
        column<"code", text,    unique, check<"length(code) > 1">,
                                references<"codes", "code", on_delete::cascade, on_update::cascade>>,
        column<"age",  integer, default_to<0>>,
        index_on<"age", desc("code")>,
        index_on<expr("upper(code)")>,
        index_on<"age", where("code LIKE '%1'")>>,
    children> {};

/// Names are given, and stay.
struct given : migration<1, "families",
    create_table<"codes", column<"code", text, primary_key>>,
    create_table<"parents",
        column<"id",   bigint,  identity, primary_key>,
        column<"code", text>,
        column<"age",  integer, default_to<0>>,
        named<"one_of_a_code", unique_on<"code">>,
        check<"long_enough", "length(code) > 1">,
        named<"of_the_codes", foreign_key<columns<"code">,
                                          references_on<"codes", "code", on_delete::cascade, on_update::cascade>>>,
        named<"by_age", index_on<"age", desc("code")>>,
        named<"by_capitals", index_on<expr("upper(code)")>>,
        named<"by_age_of_ones", index_on<"age", where("code LIKE '%1'")>>>,
    children> {};

// clang-format on

struct m2 : migration<2, "codes are labels", rename_column<"parents", "code", "label">> {};
struct m3 : migration<3, "ages", add_constraint<"parents", check<"age >= 0">>> {};
struct m4 : migration<4, "great ages", alter_column<"parents", "age", set_type<bigint>>> {};
struct m5 : migration<5, "parents are elders", rename_table<"parents", "elders">> {};

struct derived_history : migrations<derived, m2, m3, m4, m5> {};
struct given_history : migrations<given, m2, m3, m4, m5> {};

} // namespace families

namespace {

constexpr const char* rows = R"(
  INSERT INTO codes WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
    SELECT 'c' || i FROM n;
  INSERT INTO parents (code, age) SELECT code, length(code) FROM codes;
  INSERT INTO children (parent_id, parent_code) SELECT id, code FROM parents;
  INSERT INTO children (parent_id, parent_code) SELECT id, code FROM parents)";

constexpr const char* sqlite_objects = R"(
  CREATE TABLE log (line text);
  CREATE TRIGGER parents_log AFTER UPDATE ON parents WHEN new.code <> '' BEGIN
    INSERT INTO log VALUES ('parent ' || new.id); END;
  CREATE TRIGGER children_log AFTER DELETE ON children BEGIN
    INSERT INTO log SELECT 'child of ' || count(code) FROM parents WHERE id = old.parent_id; END;
  CREATE INDEX own ON parents (code, id) WHERE code > 'c5';
  CREATE VIEW ones AS SELECT id, code AS known_as FROM parents WHERE code LIKE '%1';)";

constexpr const char* postgresql_objects = R"(
  CREATE TABLE log (line text);
  CREATE FUNCTION note_parent() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
    INSERT INTO log VALUES ('parent ' || new.id); RETURN NULL; END$$;
  CREATE FUNCTION note_child() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
    INSERT INTO log VALUES ('child of 0'); RETURN NULL; END$$;
  CREATE TRIGGER parents_log AFTER UPDATE ON parents FOR EACH ROW WHEN (new.code <> '')
    EXECUTE FUNCTION note_parent();
  CREATE TRIGGER children_log AFTER DELETE ON children FOR EACH ROW EXECUTE FUNCTION note_child();
  CREATE INDEX own ON parents (code, id) WHERE code > 'c5';
  CREATE VIEW ones AS SELECT id, code AS known_as FROM parents WHERE code LIKE '%1';)";

template <class Database, class History> class family {
public:
  family() : connection_(database_.url()) {
    migrator().up(1);
    schema::native::run(session(),
                        Database::target == schema::backend::sqlite ? sqlite_objects : postgresql_objects);
    schema::native::run(session(), rows);
    numbers_ = value("SELECT sum(id) || ' ' || sum(parent_id) || ' ' || max(parent_code) FROM children");
  }

  soci::session& session() { return connection_.session(); }
  schema::migrator migrator() { return schema::migrator_for<History>(session()); }
  std::string value(const std::string& sql) { return test::value(session(), sql); }

  /// Everything stands and works at a version; the column has the name it has there.
  void check(schema::u32 version) {
    const std::string code = version < 2 ? "code" : "label", parents = version < 5 ? "parents" : "elders";
    INFO("version " << version);
    names(version, parents, code);
    CHECK(value("SELECT count(*) || ' ' || sum(id) || ' ' || max(" + code + ") FROM " + parents) ==
          "10000 50005000 c9999");
    CHECK(value("SELECT sum(age) FROM " + parents) == "48894");
    CHECK(value("SELECT count(*) FROM children") == "20000");
    CHECK(value("SELECT sum(id) || ' ' || sum(parent_id) || ' ' || max(parent_code) FROM children") ==
          numbers_);
    CHECK(value("SELECT count(*) || max(known_as) FROM ones") == "1000c9991");
    refusals(parents, code);
    numbers(parents, code);
    triggers(parents, code);
  }

private:
  bool is_sqlite() const { return Database::target == schema::backend::sqlite; }

  /// All of the timeline's, and all of the user's.
  void names(schema::u32 version, const std::string& parents, const std::string& column) {
    const auto& line = schema::timeline_of<History>;
    auto expected = model(line, line.last_instants[version], Database::target).facts();
    for (const char* fact : {"trigger parents_log", "trigger children_log"}) expected.insert(fact);
    expected.insert("index " + parents + ".own (" + column + ", id) where");
    if (is_sqlite()) {
      for (const char* fact :
           {"table log that is not strict", "column log.line TEXT", "view ones (id, known_as)"})
        expected.insert(fact);
    } else {
      for (const char* fact : {"table log", "column log.line text", "view ones (id, known_as)",
                               "function note_parent", "function note_child"})
        expected.insert(fact);
    }
    const catalogue found = catalogue_of(session());
    CHECK(difference(expected, found.facts) == "");
    CHECK_THAT(found.texts.at("index " + parents + ".own"), Contains(column) && Contains("'c5'"));
  }

  bool refuses(const std::string& sql) {
    bool refused = false;
    tried([&] {
      try {
        schema::native::run(session(), sql);
      } catch (const schema::native_error&) {
        refused = true;
      }
    });
    return refused;
  }
  /// Does something that is then undone.
  template <class Act> void tried(Act&& act) {
    schema::native::run(session(), "BEGIN");
    act();
    schema::native::run(session(), "ROLLBACK");
  }

  void refusals(const std::string& parents, const std::string& code) {
    schema::native::run(session(), "INSERT INTO codes VALUES ('x'), ('free')");
    CHECK(refuses("INSERT INTO " + parents + " (" + code + ") VALUES ('x')"));      // CHECK
    CHECK(refuses("INSERT INTO " + parents + " (" + code + ") VALUES ('nobody')")); // foreign key
    CHECK(refuses("INSERT INTO " + parents + " (" + code + ") VALUES ('c7')"));     // unique
    CHECK(refuses("INSERT INTO children (parent_id, parent_code) VALUES (1, 'free')"));
    CHECK_FALSE(refuses("INSERT INTO " + parents + " (" + code + ") VALUES ('free')"));
    schema::native::run(session(), "DELETE FROM codes WHERE code IN ('x', 'free')");
  }

  /// Numbers that were given out are not given again, though their rows are gone.
  void numbers(const std::string& parents, const std::string& code) {
    tried([&] {
      schema::native::run(session(), "DELETE FROM " + parents + " WHERE id > 9990; INSERT INTO " + parents +
                                         " (" + code + ") VALUES ('c9995')");
      CHECK(value("SELECT max(id) > 10000 FROM " + parents) == (is_sqlite() ? "1" : "t"));
    });
  }

  void triggers(const std::string& parents, const std::string& code) {
    tried([&] {
      schema::native::run(session(), "UPDATE " + parents + " SET age = age + 1 WHERE id = 7");
      CHECK(value("SELECT line FROM log") == "parent 7");
      schema::native::run(session(), "DELETE FROM " + parents + " WHERE id = 8");
      CHECK(value("SELECT count(*) FROM children") == "19998");
      CHECK(value("SELECT count(*) FROM log WHERE line = 'child of 0'") == "2");
    });
    tried([&] {
      schema::native::run(session(), "UPDATE codes SET code = 'moved' WHERE code = 'c9'");
      CHECK(value("SELECT " + code + " FROM " + parents +
                  " WHERE id = (SELECT parent_id FROM children WHERE parent_code = "
                  "'moved' LIMIT 1)") == "moved");
      schema::native::run(session(), "DELETE FROM codes WHERE code = 'moved'");
      CHECK(value("SELECT count(*) FROM " + parents) == "9999");
      CHECK(value("SELECT count(*) FROM children") == "19998");
    });
  }

  Database database_;
  schema::connection connection_;
  std::string numbers_;
};

template <class Database, class History> void survive() {
  if (!Database::available()) return;
  family<Database, History> rows_and_all;
  auto& session = rows_and_all.session();
  rows_and_all.check(1);
  for (schema::u32 version : {2, 3, 4, 5}) {
    rows_and_all.migrator().up(version);
    rows_and_all.check(version);
  }
  for (schema::u32 version : {4, 3, 2, 1}) {
    rows_and_all.migrator().down();
    rows_and_all.check(version);
  }
  rows_and_all.migrator().up();
  rows_and_all.check(5);
  rows_and_all.migrator().down_to(1);
  rows_and_all.check(1);

  if (Database::target == schema::backend::postgresql) {
    // A view holds its table fast: that step fails and all of it stays, until the user lets go.
    CHECK_THROWS_WITH(rows_and_all.migrator().down(), Contains("other objects depend on it"));
    rows_and_all.check(1);
    schema::native::run(session, "DROP VIEW ones");
  }
  rows_and_all.migrator().down();
  CHECK(tables(session) == "log");
  std::set<std::string> left;
  for (const auto& fact : catalogue_of(session).facts) left.insert(fact.substr(0, fact.find(' ')));
  CHECK(left == (Database::target == schema::backend::sqlite
                     ? std::set<std::string>{"table", "column", "view"}
                     : std::set<std::string>{"table", "column", "function"}));

  rows_and_all.migrator().up(); // what a user left behind is not in the way
  schema::native::run(session, "INSERT INTO codes VALUES ('c1'); INSERT INTO elders (label) VALUES ('c1')");
  CHECK(rows_and_all.value("SELECT id FROM elders") == "1");
}

} // namespace

TEST_CASE("all that names a renamed column survives on SQLite") {
  survive<sqlite_database, families::derived_history>();
}
TEST_CASE("all that names a renamed column survives on PostgreSQL") {
  survive<postgresql_database, families::derived_history>();
}
TEST_CASE("and where the names were given, on SQLite") {
  survive<sqlite_database, families::given_history>();
}
TEST_CASE("and where the names were given, on PostgreSQL") {
  survive<postgresql_database, families::given_history>();
}
