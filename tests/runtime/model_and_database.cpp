// At every version, up and down, what stands in the database is what the timeline says.
#include "introspection/agreement.hpp"

#include <schema/lms/history.hpp>
#include <schema/lms/tables.hpp>

using namespace test;

namespace {

template <class Database> void walk() {
  if (!Database::available()) return;
  scratch<Database> empty;
  CHECK(check_every_version<Database, lms::history>(empty).facts.size() > 150);
}

template <class Database> void compare_with_declared() {
  if (!Database::available()) return;
  const Database migrated, declared;
  schema::connection by_history{migrated.url()}, by_tables{declared.url()};
  schema::migrator_for<lms::history>(by_history.session()).up();
  constexpr schema::script_text script = schema::declared_script_of<lms::tables, Database::target>;
  for (schema::u32 i = 0; i < script.count; ++i)
    schema::native::run(by_tables.session(), script.statements[i].sql);
  const auto& line = schema::declared_timeline_of<lms::tables>;
  check_agreement(by_tables.session(), line, line.now, catalogue_of(by_history.session()));
}

/// One change that no migration made, and what must be said of it.
struct change {
  const char *sql, *told;
};

template <class Database> void look_for(const std::vector<change>& changes) {
  if (!Database::available()) return;
  const Database database;
  schema::connection connection{database.url()};
  soci::session& session = connection.session();
  schema::migrator_for<lms::history>(session).up();
  for (const auto& [sql, told] : changes) {
    INFO(sql);
    const catalogue before = catalogue_of(session);
    schema::native::run(session, sql);
    CHECK_THAT(difference(before, catalogue_of(session)), Catch::Matchers::Contains(told));
  }
}

} // namespace

TEST_CASE("SQLite holds what the timeline says, at every version up and down") { walk<sqlite_database>(); }
TEST_CASE("PostgreSQL holds what the timeline says, at every version up and down") {
  walk<postgresql_database>();
}
TEST_CASE("a migrated SQLite equals one made of the declared tables") {
  compare_with_declared<sqlite_database>();
}
TEST_CASE("a migrated PostgreSQL equals one made of the declared tables") {
  compare_with_declared<postgresql_database>();
}

TEST_CASE("what is changed in a PostgreSQL is seen") {
  look_for<postgresql_database>({
      {"ALTER TABLE events ALTER COLUMN slug DROP NOT NULL", "not expected: column events.slug text"},
      {"ALTER TABLE events ALTER COLUMN hero_title TYPE varchar(99)",
       "column events.hero_title character varying(99)"},
      {"ALTER TABLE lessons ALTER COLUMN view_count SET DEFAULT 7", "default lessons.view_count is 7"},
      {"ALTER TABLE lessons ALTER COLUMN title SET DEFAULT 'x'", "default lessons.title is 'x'"},
      {"ALTER TABLE events RENAME CONSTRAINT events_slug_key TO x", "not expected: unique events.x (slug)"},
      {"ALTER INDEX auth_sessions_live RENAME TO y", "not expected: index auth_sessions.y"},
      {"ALTER TYPE session_end ADD VALUE 'x' BEFORE 'rotated'", "enumeration session_end: x, rotated"},
      {"ALTER TABLE login_attempts ALTER COLUMN id DROP IDENTITY", "missing: sequence login_attempts_id_seq"},
      {"ALTER TABLE options DROP CONSTRAINT options_question_id_fkey, ADD CONSTRAINT "
       "options_question_id_fkey "
       "FOREIGN KEY (question_id) REFERENCES questions (id)",
       "to questions (id) delete a"},
      {"DROP INDEX options_one_correct; CREATE UNIQUE INDEX options_one_correct ON options (question_id) "
       "WHERE NOT is_correct",
       "WHERE (NOT is_correct)"},
      {"CREATE VIEW v AS SELECT 1", "not expected: view v (?column?)"},
  });
}

TEST_CASE("what is changed in an SQLite is seen") {
  look_for<sqlite_database>({
      {"ALTER TABLE events ADD COLUMN x TEXT NOT NULL DEFAULT 'y' CONSTRAINT z CHECK (x > 'a')",
       "check events.z is x > 'a'"},
      {"ALTER TABLE options RENAME COLUMN label TO text", "not expected: column options.text TEXT not null"},
      {"DROP INDEX options_one_correct; CREATE UNIQUE INDEX options_one_correct ON options (question_id)",
       "missing: index options.options_one_correct unique (question_id) where"},
      {"PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'CONSTRAINT "
       "\"events_slug_key\"', "
       "'CONSTRAINT \"other\"') WHERE name = 'events'; PRAGMA writable_schema = RESET",
       "not expected: unique events.other (slug)"},
      {"PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'ON DELETE CASCADE', '') "
       "WHERE "
       "name = 'options'; PRAGMA writable_schema = RESET",
       "to questions (id) delete a"},
      {"PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'true_false', "
       "'true_or_false') WHERE "
       "name = 'questions'; PRAGMA writable_schema = RESET",
       "labels questions.kind: multiple_choice, true_or_false"},
      {"CREATE TABLE other (id integer)", "not expected: table other that is not strict"},
      {"CREATE VIEW v AS SELECT 1", "not expected: view v"},
  });
}
