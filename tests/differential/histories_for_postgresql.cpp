// The same for histories of PostgreSQL alone, with what SQLite has not: materialized views, collations,
// numerics.
#define SCHEMA_HISTORIES_FOR_POSTGRESQL
#include <tests/differential/history_trials.hpp>

TEST_CASE("what the fold accepts PostgreSQL accepts, and stands as it says, up and down, rows and all") {
  test::try_histories();
}
