// The same history gives the same database, to the byte of what the databases' own tools print of it.
#include "database.hpp"

#include <schema/lms/history.hpp>
#include <schema/runtime.hpp>

#include <cstdio>

using namespace test;
using Catch::Matchers::Contains;

namespace {

/// A text as one word of a shell.
std::string word(const std::string& text) {
  std::string quoted = "'";
  for (char c : text) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

/// What a command prints.
std::string output_of(const std::string& command) {
  FILE* const pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe);
  std::string text;
  char buffer[4096];
  while (const std::size_t size = fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, size);
  INFO(text);
  REQUIRE(pclose(pipe) == 0);
  return text;
}

std::string dump(const sqlite_database& database) {
  const schema::database_url url = schema::database_url::parse(database.url());
  return output_of("sqlite3 -batch -init /dev/null " + word(url.path()) + " .schema");
}

std::string dump(const postgresql_database& database) {
  return output_of("pg_dump --schema-only --restrict-key=x --dbname=" + word(database.url()));
}

/// SQLite makes its table of numbers with the first AUTOINCREMENT and never drops it: taken down and up
/// again, it stands at another place. Nothing else may.
std::string without_numbers(std::string text) {
  const std::string line = "CREATE TABLE sqlite_sequence(name,seq);\n";
  const auto at = text.find(line);
  return at == std::string::npos ? text : text.erase(at, line.size());
}

template <class Database> void migrate_twice() {
  if (!Database::available()) return;
  const Database at_once, also_at_once, by_steps;
  for (const Database* database : {&at_once, &also_at_once}) {
    schema::connection connection{database->url()};
    schema::migrator_for<lms::history>(connection.session()).up();
  }
  const std::string expected = dump(at_once);
  CHECK_THAT(expected, Contains("options_one_correct"));
  CHECK(dump(also_at_once) == expected);

  schema::u32 count = 0;
  for (bool is_done = false; !is_done; ++count) { // a program of its own for each version
    schema::connection connection{by_steps.url()};
    auto migrator = schema::migrator_for<lms::history>(connection.session());
    migrator.up(migrator.steps().steps[count].version);
    is_done = count + 1 == migrator.steps().count;
  }
  CHECK(dump(by_steps) == expected);
}

template <class Database> void up_down_up() {
  if (!Database::available()) return;
  const Database database;
  const auto run = [&](auto&& act) {
    schema::connection connection{database.url()};
    act(schema::migrator_for<lms::history>(connection.session()), connection.session());
    return without_numbers(dump(database));
  };
  const std::string end = run([](auto migrator, auto&) { migrator.up(); });
  const std::string nothing = run([](auto migrator, soci::session& session) {
    migrator.down_to(0);
    CHECK(tables(session) == "");
  });
  CHECK_THAT(nothing, Contains("schema_history") && !Contains("CREATE TYPE") && !Contains("lessons"));
  CHECK(run([](auto migrator, auto&) { migrator.up(); }) == end);
  CHECK(run([](auto migrator, auto&) { migrator.down_to(0); }) == nothing);
  run([](auto migrator, soci::session& session) {
    std::size_t ended = 0;
    for (const auto& event : schema::history_table::events(session)) ended += event.event != "started";
    CHECK(ended == 4 * migrator.steps().count);
  });
}

} // namespace

TEST_CASE("two SQLite databases migrated from nothing are the same") { migrate_twice<sqlite_database>(); }
TEST_CASE("two PostgreSQL databases migrated from nothing are the same") {
  migrate_twice<postgresql_database>();
}
TEST_CASE("up, down to nothing and up again gives the same SQLite database") {
  up_down_up<sqlite_database>();
}
TEST_CASE("up, down to nothing and up again gives the same PostgreSQL database") {
  up_down_up<postgresql_database>();
}
