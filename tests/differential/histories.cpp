// Histories are true: what the fold accepts, both databases accept, with rows in the tables; after every step
// up and down the catalogue is what the timeline says, the rows that should survive do, and both databases
// hold the same. What the fold refuses a database refuses as well, or the rule is stricter on purpose.
// SCHEMA_DIFFERENTIAL_COUNT and SCHEMA_DIFFERENTIAL_SEED ask for more histories, and for others.
#include <tests/differential/history_trials.hpp>

TEST_CASE("what the fold accepts both databases accept, and stand as it says, up and down, rows and all") {
  test::try_histories();
}
