// The LMS, migrated and seeded, on a fresh database; and what the journeys ask of it.
#pragma once

#include "tests/runtime/database.hpp"

#include <schema/lms.hpp>
#include <schema/runtime.hpp>
#include <schema/seed/loader.hpp>

#include <chrono>
#include <fmt/chrono.h>
#include <optional>
#include <vector>

namespace journeys {
using std::chrono_literals::operator""h;
using std::chrono_literals::operator""min;

inline const std::string admin_password = "correct horse battery staple";

/// Database is one of test::sqlite_database, test::postgresql_database.
template <class Database> class seeded {
public:
  /// `now` is the instant of the seeding, in milliseconds since 1970; the clock when absent.
  explicit seeded(const std::string& set, std::optional<schema::i64> now = {})
      : connection_(database_.url()) {
    schema::migrator_for<lms::history>(session()).up();
    schema::seed::fault_list faults;
    std::vector<schema::seed::seed_set> sets;
    sets.push_back(schema::seed::read_set(SCHEMA_SEED_DATA, set, faults));
    schema::seed::seed_options options;
    options.now = now;
    options.admin_password = [] { return admin_password; };
    schema::seed::load(session(), schema::seed::seed_facts<lms::tables>(), sets, options, faults);
  }
  soci::session& session() { return connection_.session(); }

private:
  Database database_;
  schema::connection connection_;
};

/// An instant as both backends take it; on SQLite this text is also how it is stored.
inline std::string from_now(std::chrono::minutes offset) {
  const auto instant =
      std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now() + offset);
  const auto seconds = std::chrono::floor<std::chrono::seconds>(instant);
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)), (instant - seconds).count());
}

/// The number that a query gives.
inline long long count(soci::session& sql, const std::string& query) {
  long long number = -1;
  sql << query, soci::into(number);
  return number;
}

/// The texts that a query gives, a line each.
inline std::vector<std::string> lines(soci::session& sql, const std::string& query) {
  std::string line;
  std::vector<std::string> list;
  soci::statement statement = (sql.prepare << query, soci::into(line));
  statement.execute();
  while (statement.fetch()) list.push_back(line);
  return list;
}

/// Whether the database refuses a statement for what it holds: a constraint or a type, not its syntax.
inline bool refuses(soci::session& sql, const std::string& statement) {
  try {
    sql << statement;
    return false;
  } catch (const soci::postgresql_soci_error& error) {
    // Integrity constraint violation; data exception (PostgreSQL manual, appendix A).
    const std::string state = error.sqlstate().substr(0, 2);
    if (state == "23" || state == "22") return true;
    throw;
  } catch (const soci::sqlite3_soci_error& error) {
    if ((error.result() & 0xff) == SQLITE_CONSTRAINT) return true;
    throw;
  }
}

} // namespace journeys
