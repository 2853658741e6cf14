// A history carried out version by version, up and down, and compared with its timeline at every stop.
#pragma once

#include "../database.hpp"
#include "introspection.hpp"
#include "scratch.hpp"

#include <schema/runtime.hpp>

namespace test {

/// An empty database in which the tables of an instant are made in one go, and then forgotten.
template <class Database> class scratch {
public:
  template <class Line> catalogue made_at(const Line& line, schema::u32 instant) {
    soci::session& session = connection_.session();
    const std::string script = scratch_script(line, instant, Database::target);
    INFO(script);
    schema::native::run(session, "BEGIN");
    REQUIRE_NOTHROW(schema::native::run(session, script));
    const catalogue made = catalogue_of(session);
    schema::native::run(session, "ROLLBACK");
    return made;
  }

private:
  Database database_;
  schema::connection connection_{database_.url()};
};

/// Defaults that are values give the values that the timeline says, as the database works them out.
template <class Line>
void check_defaults(soci::session& session, const catalogue& found, const Line& line, schema::u32 instant) {
  std::set<std::string> expected, values;
  const auto gives = [&](const std::string& column, const std::string& sql) {
    return column + " gives " + value(session, "SELECT CAST((" + sql + ") AS text)");
  };
  for (const auto& [column, sql] : value_defaults(line, instant, schema::backend_of(session))) {
    expected.insert(gives(column, sql));
    const auto at = found.texts.find(column);
    if (at != found.texts.end()) values.insert(gives(column, at->second));
  }
  CHECK(difference(expected, values) == "");
}

/// Whether a database is what the timeline says, and what the tables of the instant are when they are made in
/// one go.
template <class Line>
void check_agreement(soci::session& session, const Line& line, schema::u32 instant, catalogue made,
                     const std::set<std::string>& apart = {}) {
  catalogue found = catalogue_of(session);
  CHECK(difference(model(line, instant, schema::backend_of(session)).facts(), found.facts) == "");
  for (const auto& text : apart) {
    made.texts.erase(text);
    found.texts.erase(text);
  }
  CHECK(difference(made, found) == "");
  check_defaults(session, found, line, instant);
}

/// Up to the end and, where there is a way back, down to nothing; returns what stood at the end. The texts of
/// what is `apart` are not compared: `execute` declares what it makes, and spells it as it likes.
template <class Database, class History>
catalogue check_every_version(scratch<Database>& empty, const std::set<std::string>& apart = {}) {
  const Database database;
  schema::connection connection{database.url()};
  soci::session& session = connection.session();
  auto migrator = schema::migrator_for<History>(session);
  const schema::program& steps = migrator.steps();
  const auto& line = schema::timeline_of<History>;
  std::vector<catalogue> made{empty.made_at(line, 0)};
  for (schema::u32 i = 1; i <= steps.count; ++i) {
    INFO("up to version " << steps.steps[i - 1].version);
    migrator.up(steps.steps[i - 1].version);
    made.push_back(empty.made_at(line, line.last_instants[i]));
    check_agreement(session, line, line.last_instants[i], made.back(), apart);
  }
  for (schema::u32 i = steps.count; i-- > 0 && !steps.steps[i].down.irreversible;) {
    INFO("down from version " << steps.steps[i].version);
    migrator.down();
    check_agreement(session, line, line.last_instants[i], made[i], apart);
  }
  return made.back();
}

} // namespace test
