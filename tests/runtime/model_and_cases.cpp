// The golden cases, which have what the LMS has no use for: at every version the database is what the
// timeline says.
#include "../golden/cases.hpp"
#include "introspection/agreement.hpp"

using namespace test;

namespace {

template <class Database> void all_cases() {
  if (!Database::available()) return;
  scratch<Database> empty;
  golden::each_case([&]<class History>(const char* name) {
    INFO(name);
    if (!schema::has_steps_for<History, Database::target>) return;
    try {
      check_every_version<Database, History>(empty, {"index lessons.lessons_by_hash"});
    } catch (const std::exception& error) {
      FAIL_CHECK(name << ": " << error.what());
    }
  });
}

} // namespace

TEST_CASE("SQLite holds what the timelines of the golden cases say") { all_cases<sqlite_database>(); }
TEST_CASE("PostgreSQL holds what the timelines of the golden cases say") { all_cases<postgresql_database>(); }
