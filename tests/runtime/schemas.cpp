// Schemas besides the default one: they go when they are empty, tables move to and from a default one that is
// not called public, an index that was interrupted is built again in its schema, and seeds are loaded there.
#include "seed_run.hpp"

#include <schema/runtime.hpp>
#include <schema/schemas.hpp>

using namespace test;

namespace {

namespace app {
using namespace schema::dsl;

struct kind : enumeration<"audit.kind", "made", "gone"> {};
struct users : table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, unique>> {};
struct event
    : table<"audit.event", column<"id", bigint, identity, primary_key>, column<"kind", kind>,
            column<"user_id", bigint, references<"users", "id">>, column<"what", text>, index_on<"what">> {};
struct tables : schema::tables<kind, users, event> {};

struct m1
    : migration<
          1, "audit",
          create_table<"users", column<"id", bigint, identity, primary_key>, column<"email", text, unique>>,
          create_schema<"audit">, create_enumeration<"audit.kind", "made", "gone">,
          create_table<"audit.event", column<"id", bigint, identity, primary_key>,
                       column<"kind", enumeration<"audit.kind">>,
                       column<"user_id", bigint, references<"users", "id">>, column<"what", text>>> {};
struct m2 : migration<2, "an index by itself", create_index<"audit.event", index_on<"what">>> {};
struct m3 : migration<3, "here", assume_safe<"a test", rename_table<"audit.event", "event">>> {};
struct m4 : migration<4, "and back", assume_safe<"a test", rename_table<"event", "audit.event">>> {};
struct history : postgresql_migrations<m1, m2, m3, m4> {};
static_assert(schema::proven<history, tables>);
} // namespace app

/// Where the indexes and the sequence of the table stand.
std::string places(soci::session& session) {
  return value(session,
               "SELECT string_agg(nspname || '.' || relname, ' ' ORDER BY relname) FROM pg_class JOIN "
               "pg_namespace n ON n.oid = relnamespace WHERE relname LIKE 'event%'");
}

} // namespace

TEST_CASE("a schema goes when nothing is in it that the library does not know") {
  if (!postgresql_database::available()) return;
  postgresql_database database;
  schema::connection connection(database.url());
  soci::session& session = connection.session();
  auto migrator = schema::migrator_for<app::history>(session);
  migrator.up();
  schema::native::run(session, "CREATE TABLE audit.strange (n integer)");
  CHECK_THROWS_WITH(migrator.down_to(0), Catch::Contains("create_schema audit"));
  CHECK(value(session, "SELECT count(*) FROM audit.event") == "0"); // the step was taken back as a whole
  schema::native::run(session, "DROP TABLE audit.strange");
  migrator.down_to(0);
  CHECK(value(session, "SELECT count(*) FROM pg_namespace WHERE nspname = 'audit'") == "0");
}

TEST_CASE("tables move with all that is theirs, to a default schema of any name") {
  if (!postgresql_database::available()) return;
  postgresql_database database;
  schema::connection connection(database.url());
  soci::session& session = connection.session();
  schema::native::run(session, "CREATE SCHEMA \"my \"\"own\"; SET search_path TO \"my \"\"own\"");
  auto migrator = schema::migrator_for<app::history>(session);
  migrator.up(3);
  CHECK(places(session) ==
        "my \"own.event my \"own.event_id_seq my \"own.event_pkey my \"own.event_what_idx");
  migrator.up();
  const std::string audit = "audit.event audit.event_id_seq audit.event_pkey audit.event_what_idx";
  CHECK(places(session) == audit);
  migrator.down_to(2);
  CHECK(places(session) == audit);
  migrator.down_to(0);
  CHECK(places(session) == "null");
}

TEST_CASE("an index that was left invalid is built again in its schema") {
  if (!postgresql_database::available()) return;
  postgresql_database database;
  schema::connection connection(database.url());
  soci::session& session = connection.session();
  auto migrator = schema::migrator_for<app::history>(session);
  migrator.up(1);
  // What a killed run leaves: the row that it has begun, and the index. One of the same name elsewhere stays.
  schema::native::run(session, "CREATE TABLE other (what text); CREATE INDEX event_what_idx ON other (what);"
                               "CREATE INDEX event_what_idx ON audit.event (id)");
  const auto& steps = schema::program_of<app::history, schema::backend::postgresql>;
  schema::native::run(
      session, schema::history_table::insert_text(schema::backend::postgresql, "started", steps.steps[1],
                                                  schema::history_table::next_id_text(), "0", "a test"));
  migrator.up(2);
  CHECK(value(session,
              "SELECT indexdef FROM pg_indexes WHERE schemaname = 'audit' AND indexname = "
              "'event_what_idx'") == "CREATE INDEX event_what_idx ON audit.event USING btree (what)");
  CHECK(value(session, "SELECT count(*) FROM pg_indexes WHERE indexname = 'event_what_idx'") == "2");
}

TEST_CASE("seeds are loaded into a schema, and their numbers are followed there") {
  if (!postgresql_database::available()) return;
  postgresql_database database;
  schema::connection connection(database.url());
  soci::session& session = connection.session();
  schema::migrator_for<app::history>(session).up();
  const auto load = [&](const std::string& rows) {
    seed::fault_list faults;
    const auto sets = read(
        {{"base",
          {{"users", "id,email\n7,ada@example.org\n"}, {"audit.event", "id,kind,user_id,what\n" + rows}}}},
        faults);
    std::string out;
    for (const auto& t : seed::load(session, seed::seed_facts<app::tables>(), sets, {}, faults).tables)
      out += fmt::format("{} +{} ~{} ={} ", t.table, t.rows.inserted, t.rows.updated, t.rows.unchanged);
    return out;
  };
  CHECK(load("20,made,7,a\n21,gone,7,b\n") == "users +1 ~0 =0 audit.event +2 ~0 =0 ");
  CHECK(load("20,made,7,a\n21,gone,7,c\n") == "users +0 ~0 =1 audit.event +0 ~1 =1 ");
  CHECK(value(session,
              "INSERT INTO audit.event (kind, user_id, what) VALUES ('made', 7, 'd') RETURNING id") == "22");
  CHECK_THROWS_WITH(load("20,made,8,a\n"), Catch::Contains("audit.event.csv"));
}
