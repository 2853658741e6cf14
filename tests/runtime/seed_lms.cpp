// The sets that are shipped, in the LMS.
#include "seed_run.hpp"

#include <schema/lms.hpp>
#include <schema/runtime.hpp>

namespace {

using namespace test;

/// The LMS, migrated; seeded with what a test names.
template <class Database> struct lms_database {
  Database database;
  schema::connection connection{database.url()};

  lms_database() { schema::migrator_for<lms::history>(session()).up(); }
  soci::session& session() { return connection.session(); }

  seed::seed_report load(const std::vector<std::string>& names, schema::i64 now) {
    seed::fault_list faults;
    std::vector<seed::seed_set> sets;
    for (const auto& name : names) sets.push_back(seed::read_set(SCHEMA_SEED_DATA, name, faults));
    seed::seed_options options;
    options.now = now;
    options.admin_password = [] { return std::string("only for this test"); };
    return seed::load(session(), seed::seed_facts<lms::tables>(), sets, options, faults);
  }
  std::string exported() { return test::exported(session(), seed::seed_facts<lms::tables>()); }
};

std::size_t changes(const seed::seed_report& report) {
  std::size_t count = 0;
  for (const auto& t : report.tables) count += t.rows.changes();
  return count;
}

TEMPLATE_TEST_CASE("both sets load, in any order, and a second time changes nothing", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  const std::vector<std::vector<std::string>> orders{
      {"baseline", "demo"}, {"demo", "baseline"}, {"baseline"}, {"demo"}};
  for (const auto& sets : orders) {
    lms_database<TestType> at;
    CHECK(changes(at.load(sets, noon)) > 15);
    const std::string before = at.exported();
    CHECK(changes(at.load(sets, noon + 86'400'000)) == 0);
    CHECK(at.exported() == before);
    CHECK(value(at.session(), "SELECT count(*) FROM admins") == "1");
  }
}

TEST_CASE("both backends hold the same LMS") {
  if (!postgresql_database::available()) return;
  lms_database<sqlite_database> one;
  lms_database<postgresql_database> two;
  one.load({"baseline", "demo"}, noon);
  two.load({"baseline", "demo"}, noon);
  CHECK(one.exported() == two.exported());
}

} // namespace
