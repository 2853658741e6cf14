// The floor of everything: names fold case, and both the compiler and the program agree on it.
#include <catch2/catch.hpp>

#include <schema/text/identifier.hpp>

static_assert(schema::hash_name("Lessons") == schema::hash_name("lessons"));

TEST_CASE("a name hashes alike in every case") {
  CHECK(schema::hash_name("Lessons") == schema::hash_name("lessons"));
  CHECK(schema::hash_name("lessons") != schema::hash_name("lesson"));
}
