// A history carried out version by version, up and down, and compared with its timeline at every stop.
#pragma once

#include "../database.hpp"
#include "introspection.hpp"
#include "scratch.hpp"

#include <schema/runtime.hpp>

namespace test {

/// What a database holds that the tables of an instant were made in, in one go.
template <class Database, class Line> catalogue made_at(const Line& line, schema::u32 instant) {
  const Database database;
  schema::connection connection{database.url()};
  const std::string script = scratch_script(line, instant, Database::target);
  INFO(script);
  REQUIRE_NOTHROW(schema::native::run(connection.session(), script));
  return catalogue_of(connection.session());
}

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
catalogue check_every_version(const std::set<std::string>& apart = {}) {
  const Database database;
  schema::connection connection{database.url()};
  soci::session& session = connection.session();
  auto migrator = schema::migrator_for<History>(session);
  const schema::program& steps = migrator.steps();
  const auto& line = schema::timeline_of<History>;
  std::vector<catalogue> made{made_at<Database>(line, 0)};
  for (schema::u32 i = 1; i <= steps.count; ++i) {
    INFO("up to version " << steps.steps[i - 1].version);
    migrator.up(steps.steps[i - 1].version);
    made.push_back(made_at<Database>(line, line.last_instants[i]));
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
