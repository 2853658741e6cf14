// At every version, up and down, what stands in the database is what the timeline says.
#include "database.hpp"
#include "introspection/introspection.hpp"
#include "introspection/scratch.hpp"

#include <schema/lms/history.hpp>
#include <schema/lms/tables.hpp>
#include <schema/runtime.hpp>

using namespace test;

namespace {

const auto& lms_line = schema::timeline_of<lms::history>;

/// What a database holds that the timeline's tables of an instant were made in, in one go.
template <class Database, class Line> catalogue made_at(const Line& line, schema::u32 instant) {
  const Database database;
  schema::connection connection{database.url()};
  schema::native::run(connection.session(), scratch_script(line, instant, Database::target));
  return catalogue_of(connection.session());
}

/// A default's value, as the database works it out.
std::string evaluated(soci::session& session, const std::string& sql) {
  return value(session, "SELECT CAST((" + sql + ") AS text)");
}

template <class Line>
void check_defaults(soci::session& session, const catalogue& found, const Line& line, schema::u32 instant) {
  std::map<std::string, std::string> values;
  const auto expected = default_values(line, instant, schema::backend_of(session));
  for (const auto& [column, text] : expected) {
    const auto at = found.texts.find(column);
    values[column] = at == found.texts.end() ? "nothing" : evaluated(session, at->second);
  }
  CHECK(values == expected);
}

template <class Database> void walk() {
  if (!Database::available()) return;
  const Database database;
  schema::connection connection{database.url()};
  soci::session& session = connection.session();
  auto migrator = schema::migrator_for<lms::history>(session);
  const auto& line = lms_line;
  std::vector<catalogue> made;
  const auto check = [&](schema::u32 version) {
    const schema::u32 instant = line.last_instants[version];
    const catalogue found = catalogue_of(session);
    CHECK(difference(model(line, instant, Database::target).facts(), found.facts) == "");
    CHECK(difference(made.at(version), found) == "");
    check_defaults(session, found, line, instant);
  };
  made.push_back(made_at<Database>(line, 0));
  for (schema::u32 i = 1; i <= line.migration_count; ++i) {
    INFO("up to version " << migrator.steps().steps[i - 1].version);
    migrator.up(migrator.steps().steps[i - 1].version);
    made.push_back(made_at<Database>(line, line.last_instants[i]));
    check(i);
  }
  CHECK(made.back().facts.size() > 150);
  for (schema::u32 i = line.migration_count; i-- > 0;) {
    INFO("down from version " << migrator.steps().steps[i].version);
    migrator.down();
    check(i);
  }
  CHECK(catalogue_of(session).facts.empty());
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
  const catalogue found = catalogue_of(by_tables.session());
  CHECK(difference(model(line, line.now, Database::target).facts(), found.facts) == "");
  CHECK(difference(found, catalogue_of(by_history.session())) == "");
  check_defaults(by_tables.session(), found, line, line.now);
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
