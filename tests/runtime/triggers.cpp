// Triggers and functions on both databases: they fire once they are made, survive what builds their table
// anew, are gone after the way down, and what a user made beside them stays.
#include "database.hpp"

#include <schema/runtime.hpp>
#include <schema/triggers.hpp>

using namespace test;

namespace {

namespace app {
using namespace schema::dsl;

using loans_counted = create_trigger<
    "loans_counted", "loans",
    postgresql<
        "CREATE TRIGGER loans_counted AFTER INSERT ON loans FOR EACH ROW EXECUTE FUNCTION count_loan()">,
    sqlite<"CREATE TRIGGER loans_counted AFTER INSERT ON loans BEGIN\n"
           "  UPDATE books SET lent = lent + 1 WHERE id = new.book_id;\n"
           "END">,
    calls<"count_loan">, uses<"loans", "book_id">, uses<"books">>;

struct m1
    : migration<
          1, "books and loans",
          create_table<"books", column<"id", integer, primary_key>, column<"lent", integer, default_to<0>>>,
          create_table<"loans", column<"id", integer, primary_key>, column<"book_id", integer>,
                       column<"days", smallint>>,
          data<"INSERT INTO books (id) VALUES (1), (2)">> {};
struct m2
    : migration<
          2, "loans are counted",
          create_function<"count_loan",
                          postgresql<"CREATE FUNCTION count_loan() RETURNS trigger LANGUAGE plpgsql AS $$ "
                                     "BEGIN UPDATE books SET lent = lent + 1 WHERE id = NEW.book_id; "
                                     "RETURN NULL; END $$">,
                          uses<"books">>,
          loans_counted> {};
struct m3 : migration<3, "what SQLite builds the tables anew for",
                      assume_safe<"few rows", alter_column<"loans", "days", set_type<integer>>>,
                      assume_safe<"few rows", add_constraint<"books", check<"books_lent", "lent >= 0">>>> {};
struct m4
    : migration<
          4, "thrice, and elsewhere no more",
          replace_function<"count_loan",
                           postgresql<"CREATE FUNCTION count_loan() RETURNS trigger LANGUAGE plpgsql AS $$ "
                                      "BEGIN UPDATE books SET lent = lent + 3 WHERE id = NEW.book_id; "
                                      "RETURN NULL; END $$">,
                           uses<"books">>,
          drop_trigger<"loans_counted">,
          create_trigger<"loans_counted", "loans",
                         postgresql<"CREATE TRIGGER loans_counted AFTER INSERT ON loans FOR EACH ROW "
                                    "EXECUTE FUNCTION count_loan()">,
                         sqlite<"CREATE TRIGGER loans_counted AFTER INSERT ON loans BEGIN\n"
                                "  UPDATE books SET lent = lent + 3 WHERE id = new.book_id;\n"
                                "END">,
                         calls<"count_loan">, uses<"loans", "book_id">, uses<"books">>> {};
struct m5 : migration<5, "no more", drop_trigger<"loans_counted">, drop_function<"count_loan">> {};
struct history : migrations<m1, m2, m3, m4, m5> {};
} // namespace app

namespace waiting {
using namespace schema::dsl;

/// The trigger looks at the end of the transaction; what alters its table in between can't wait so long.
struct m1
    : migration<
          1, "seats, of which an even number stands",
          create_table<"seats", column<"id", integer, primary_key>>,
          create_function<
              "even_seats",
              postgresql<"CREATE FUNCTION even_seats() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                         "IF (SELECT count(*) % 2 = 1 FROM seats) THEN RAISE 'an odd seat'; END IF; "
                         "RETURN NULL; END $$">,
              uses<"seats">>,
          create_trigger<"seats_even", "seats",
                         postgresql<"CREATE CONSTRAINT TRIGGER seats_even AFTER INSERT ON seats DEFERRABLE "
                                    "INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION even_seats()">,
                         sqlite<"">, calls<"even_seats">>> {};
struct m2 : migration<2, "two, one by one", data<"INSERT INTO seats (id) VALUES (1)">,
                      data<"INSERT INTO seats (id) VALUES (2)">,
                      add_column<"seats", column<"note", text, nullable>>,
                      data<"INSERT INTO seats (id) VALUES (3)">, data<"INSERT INTO seats (id) VALUES (4)">,
                      drop_trigger<"seats_even">> {};
struct history : migrations<m1, m2> {};
static_assert(schema::history_fault_of<history>.is_sound());
} // namespace waiting

/// One more loan; by how much it was counted.
int counted(soci::session& session) {
  const auto lent = [&] { return std::stoi(value(session, "SELECT lent FROM books WHERE id = 1")); };
  const int before = lent();
  schema::native::run(
      session, "INSERT INTO loans (id, book_id, days) SELECT coalesce(max(id), 0) + 1, 1, 7 FROM loans");
  return lent() - before;
}

/// A trigger that the program does not know, on the table that is built anew.
void make_own(soci::session& session) {
  schema::native::run(session, "CREATE TABLE log (id integer)");
  if (schema::backend_of(session) == schema::backend::sqlite)
    schema::native::run(
        session, "CREATE TRIGGER own AFTER INSERT ON loans BEGIN INSERT INTO log VALUES (new.id); END");
  else
    schema::native::run(session,
                        "CREATE FUNCTION own() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log "
                        "VALUES (NEW.id); RETURN NULL; END $$; CREATE TRIGGER own AFTER INSERT ON loans FOR "
                        "EACH ROW EXECUTE FUNCTION own()");
}

namespace documented { // in README
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", bigint, primary_key>, column<"title", text>,
                       column<"updated_at", timestamptz>> {};

struct touch_lesson
    : function<"touch_lesson",
               postgresql<"CREATE FUNCTION touch_lesson() RETURNS trigger LANGUAGE plpgsql AS "
                          "$$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$">,
               uses<"lessons", "updated_at">> {};

struct lessons_touched
    : trigger<"lessons_touched", "lessons",
              postgresql<"CREATE TRIGGER lessons_touched BEFORE UPDATE OF title ON lessons "
                         "FOR EACH ROW EXECUTE FUNCTION touch_lesson()">,
              sqlite<"CREATE TRIGGER lessons_touched AFTER UPDATE OF title ON lessons BEGIN "
                     "UPDATE lessons SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ') WHERE id = new.id; END">,
              calls<"touch_lesson">, uses<"lessons", "id", "title", "updated_at">> {};

struct tables : schema::tables<lessons, touch_lesson, lessons_touched> {};

struct m1
    : migration<
          1, "lessons",
          create_table<"lessons", column<"id", bigint, primary_key>, column<"title", text>,
                       column<"updated_at", timestamptz>>,
          data<"INSERT INTO lessons (id, title, updated_at) VALUES (1, '', '2020-01-01T00:00:00.000Z')">> {};
struct m2
    : migration<
          2, "lessons are touched",
          create_function<"touch_lesson",
                          postgresql<"CREATE FUNCTION touch_lesson() RETURNS trigger LANGUAGE plpgsql AS "
                                     "$$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$">,
                          uses<"lessons", "updated_at">>,
          create_trigger<
              "lessons_touched", "lessons",
              postgresql<"CREATE TRIGGER lessons_touched BEFORE UPDATE OF title ON lessons "
                         "FOR EACH ROW EXECUTE FUNCTION touch_lesson()">,
              sqlite<"CREATE TRIGGER lessons_touched AFTER UPDATE OF title ON lessons BEGIN "
                     "UPDATE lessons SET updated_at = strftime('%Y-%m-%dT%H:%M:%fZ') WHERE id = new.id; END">,
              calls<"touch_lesson">, uses<"lessons", "id", "title", "updated_at">>> {};
struct history : migrations<m1, m2> {};

static_assert(schema::proven<history, tables>);
} // namespace documented

} // namespace

TEMPLATE_TEST_CASE("the trigger of README touches what changes, and nothing else", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  soci::session& session = connection.session();
  schema::migrator_for<documented::history>(session).up();
  const std::string old = "SELECT count(*) FROM lessons WHERE updated_at < '2021-01-01T00:00:00Z'";
  schema::native::run(session, "UPDATE lessons SET id = 2");
  CHECK(value(session, old) == "1");
  schema::native::run(session, "UPDATE lessons SET title = 'x'");
  CHECK(value(session, old) == "0");
}

TEMPLATE_TEST_CASE("a trigger that waits is heard before its table is altered, and before it goes", "",
                   sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  soci::session& session = connection.session();
  auto migrator = schema::migrator_for<waiting::history>(session);
  for (int round = 0; round < 2; ++round) {
    migrator.up();
    CHECK(value(session, "SELECT count(*) FROM seats") == "4");
    migrator.down();
    schema::native::run(session, "DELETE FROM seats");
  }
}

TEMPLATE_TEST_CASE("a trigger fires after up, survives a rebuild, is gone after down and comes again", "",
                   sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  soci::session& session = connection.session();
  auto migrator = schema::migrator_for<app::history>(session);
  STATIC_REQUIRE(schema::history_fault_of<app::history>.is_sound());
  migrator.up(1);
  make_own(session);
  const auto at = [&](int version, int counts) {
    INFO("version " << version);
    CHECK(value(session,
                "SELECT max(version) FROM schema_history WHERE id = (SELECT max(id) FROM schema_history)") ==
          std::to_string(version));
    const std::string own = "SELECT count(*) FROM log", all = "SELECT count(*) FROM loans";
    CHECK(counted(session) == counts);
    CHECK(value(session, own) == value(session, all));
  };
  at(1, 0);
  for (int round = 0; round < 2; ++round) {
    migrator.up(2);
    at(2, 1);
    migrator.up(3);
    at(3, 1);
    migrator.up(4);
    at(4, 3);
    migrator.up(5);
    at(5, 0);
    for (const int counts : {3, 1, 1, 0}) {
      migrator.down();
      CHECK(counted(session) == counts);
    }
    CHECK(value(session, "SELECT count(*) FROM log") == value(session, "SELECT count(*) FROM loans"));
  }
}
