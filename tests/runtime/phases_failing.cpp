// Steps of phases that fail: they are absent afterwards, and what a phase had built with them; an object that
// somebody else made stays.
#include "../golden/safe_forms/history.hpp"
#include "hand_made.hpp"
#include "introspection/agreement.hpp"

using namespace test;
using Catch::Matchers::Contains;
using schema::direction;

namespace {

using steps = golden_safe_forms::history;

constexpr const schema::program& whole = schema::program_of<steps, schema::backend::postgresql>;

struct setting {
  postgresql_database database;
  schema::connection connection{database.url()};
  soci::session& session{connection.session()};
  schema::migrator migrator{
      session, whole, {.lock_timeout = std::chrono::milliseconds(50), .lock_retries = 1, .observer = {}}};

  void sql(const std::string& text) { schema::native::run(session, text); }
  schema::migration_error failed(const schema::request& wanted) {
    try {
      migrator.run(wanted);
    } catch (const schema::migration_error& error) {
      return error;
    }
    FAIL("nothing was thrown");
    std::abort();
  }
  void check_is_at(schema::u64 version) {
    const auto& line = schema::timeline_of<steps>;
    const auto model_facts = model(line, line.last_instants[version], schema::backend::postgresql).facts();
    CHECK(difference(model_facts, catalogue_of(session).facts) == "");
    for (const auto& status : migrator.status())
      CHECK((status.state == schema::migration_state::applied) == (status.version <= version));
  }
};

/// A step, rows that it can't take, and what makes them fit.
struct misfit {
  schema::u64 version;
  direction way;
  const char *rows, *cure, *operation, *statement, *message, *code;
};

const misfit misfits[] = {
    {3, direction::up, "INSERT INTO lessons VALUES (4, 1, 'OTHER', 40)", "DELETE FROM lessons WHERE id = 4",
     "create_index lessons \"long\"", "CREATE UNIQUE INDEX CONCURRENTLY",
     "could not create unique index \"lessons \"long\"\"", "23505"},
    {4, direction::up, "INSERT INTO lessons VALUES (4, 1, '', 40)", "DELETE FROM lessons WHERE id = 4",
     "add_constraint lessons.lessons_title_check", "VALIDATE CONSTRAINT",
     "check constraint \"lessons_title_check\" of relation \"lessons\" is violated by some row", "23514"},
    {5, direction::up, "INSERT INTO events VALUES (1, 'Again')", "DELETE FROM events WHERE name = 'Again'",
     "add_constraint events.events_pkey", "CREATE UNIQUE INDEX CONCURRENTLY",
     "could not create unique index \"events_pkey\"", "23505"},
    {7, direction::up, "INSERT INTO lessons VALUES (4, 9, 'None', 40)", "DELETE FROM lessons WHERE id = 4",
     "add_constraint lessons.lessons_event_id_fkey", "VALIDATE CONSTRAINT",
     "violates foreign key constraint \"lessons_event_id_fkey\"", "23503"},
    {8, direction::up, "INSERT INTO lessons VALUES (4, 1, 'None')", "DELETE FROM lessons WHERE id = 4",
     "alter_column lessons.minutes", "VALIDATE CONSTRAINT \"_schema_not_null\"", "is violated by some row",
     "23514"},
    {10, direction::down, "INSERT INTO lessons VALUES (4, 1, 'None')", "DELETE FROM lessons WHERE id = 4",
     "alter_column lessons.minutes", "VALIDATE CONSTRAINT", "is violated by some row", "23514"},
    {13, direction::down, "INSERT INTO events VALUES (1, 'Again')", "DELETE FROM events WHERE name = 'Again'",
     "drop_constraint events.events_pkey", "CREATE UNIQUE INDEX CONCURRENTLY",
     "could not create unique index \"events_pkey\"", "23505"},
    {15, direction::down, "INSERT INTO lessons VALUES (4, 1, 'OTHER', 40)",
     "DELETE FROM lessons WHERE id = 4", "drop_index lessons \"long\"", "CREATE UNIQUE INDEX CONCURRENTLY",
     "could not create unique index", "23505"}};

} // namespace

TEST_CASE(
    "a step of phases that rows refuse is absent, and neither they nor others of the kind are refused") {
  if (!postgresql_database::available()) return;
  for (const misfit& m : misfits) {
    setting at;
    const bool up = m.way == direction::up;
    INFO("migration " << m.version << (up ? " up" : " down"));
    const schema::u64 before = up ? m.version - 1 : m.version, after = up ? m.version : m.version - 1;
    at.migrator.up(before);
    at.sql(m.rows);
    const auto error = at.failed({.way = m.way, .to = after});
    CHECK(error.version == m.version);
    CHECK(error.operation == m.operation);
    CHECK(error.code == m.code);
    CHECK_THAT(error.statement, Contains(m.statement));
    CHECK_THAT(error.message, Contains(m.message));
    CHECK_THAT(error.what(), Contains(m.message) && Contains("what it had built is removed again"));
    at.check_is_at(before);
    CHECK_THAT(history(at.session), Catch::Matchers::EndsWith(fmt::format(", started {0}, {1} {0}", m.version,
                                                                          up ? "down" : "up")));
    at.sql(m.cure);
    at.sql(m.rows); // no constraint that is half there refuses it
    at.sql(m.cure);
    CHECK(at.migrator.run({.way = m.way, .to = after}).size() == 1);
    at.check_is_at(after);
  }
}

TEST_CASE("what somebody else made under the name of a step stays") {
  if (!postgresql_database::available()) return;
  struct foreign {
    schema::u64 version;
    const char *made, *removed, *code;
  };
  for (const foreign& f :
       {foreign{2, "CREATE INDEX lessons_event_id_title_idx ON events (name)",
                "DROP INDEX lessons_event_id_title_idx", "42P07"},
        foreign{4, "ALTER TABLE lessons ADD CONSTRAINT lessons_title_check CHECK (title <> '-')",
                "ALTER TABLE lessons DROP CONSTRAINT lessons_title_check", "42710"},
        foreign{6, "CREATE INDEX events_name_id_key ON lessons (title)", "DROP INDEX events_name_id_key",
                "42P07"},
        foreign{8, "ALTER TABLE lessons ADD CONSTRAINT _schema_not_null CHECK (title <> '-')",
                "ALTER TABLE lessons DROP CONSTRAINT _schema_not_null", "42710"}}) {
    setting at;
    INFO("migration " << f.version);
    at.migrator.up(f.version - 1);
    at.sql(f.made);
    for (int i = 0; i < 2; ++i) CHECK(at.failed({.way = direction::up, .to = f.version}).code == f.code);
    CHECK(at.migrator.status().at(f.version - 1).state == schema::migration_state::pending);
    at.sql(f.removed); // it is there
    at.check_is_at(f.version - 1);
    at.migrator.up(f.version);
    at.check_is_at(f.version);
  }
}

TEST_CASE("an index that is missing, or that a constraint needs, is not dropped in silence") {
  if (!postgresql_database::available()) return;
  setting at;
  at.migrator.up(15);
  at.sql("ALTER INDEX lessons_event_id_title_idx RENAME TO another");
  for (int i = 0; i < 2; ++i) {
    CHECK(at.failed({.way = direction::up, .to = 16}).code == "42704");
    CHECK(at.migrator.status()[15].state == schema::migration_state::pending);
  }
  at.sql("ALTER INDEX another RENAME TO lessons_event_id_title_idx");
  at.migrator.up(16);
  at.check_is_at(16);
}

TEST_CASE("a phase that waits too long for a table is tried again, then the step is absent") {
  if (!postgresql_database::available()) return;
  setting at;
  schema::connection reader(at.database.url());
  for (const schema::u64 version : {4u, 7u, 8u}) {
    at.migrator.up(version - 1);
    schema::native::run(reader.session(), "BEGIN; LOCK lessons IN ROW EXCLUSIVE MODE");
    const auto error = at.failed({.way = direction::up, .to = version});
    CHECK(error.code == "55P03");
    CHECK_THAT(error.statement, Contains("NOT VALID"));
    schema::native::run(reader.session(), "COMMIT");
    at.check_is_at(version - 1);
    at.migrator.up(version);
    at.check_is_at(version);
  }
}

TEST_CASE("a session keeps its settings") {
  if (!postgresql_database::available()) return;
  setting at;
  at.sql("SET lock_timeout = '7s'; SET client_min_messages = 'error'");
  at.migrator.up(2);
  at.sql("INSERT INTO lessons VALUES (4, 1, 'OTHER', 40)");
  at.failed({.way = direction::up, .to = 3});
  CHECK(value(at.session, "SHOW lock_timeout") == "7s");
  CHECK(value(at.session, "SHOW client_min_messages") == "error");
}
