// Pins: a released migration is what it was; the first that is not is told, before anything that follows from
// it.
#include <schema/dsl.hpp>
#include <tests/static/verify.hpp>

namespace pinning {
using namespace schema::dsl;

using id = column<"id", uuid, primary_key>;
template <schema::u64 First, schema::u64 Second, class Column = column<"title", text>,
          schema::fixed_string Title = "one">
struct pinned_history
    : migrations<migration<1, Title, pinned<First>, create_table<"events", id, Column>>,
                 migration<2, "two", pinned<Second>, rename_column<"events", "title", "name">>> {};
struct plain_history : migrations<migration<1, "one", create_table<"events", id, column<"title", text>>>,
                                  migration<2, "two", rename_column<"events", "title", "name">>> {};

constexpr schema::u64 first = schema::checksums_of<plain_history>.values[0],
                      second = schema::checksums_of<plain_history>.values[1];
} // namespace pinning

using namespace pinning;
using schema::rule;

TEST_CASE("a pin is no part of what it pins, and neither is a title") {
  STATIC_REQUIRE(schema::find_pin_fault<pinned_history<first, second>>().is_sound());
  STATIC_REQUIRE(
      schema::find_pin_fault<pinned_history<first, second, column<"title", text>, "another">>().is_sound());
  STATIC_REQUIRE(schema::find_pin_fault<plain_history>().is_sound());
}

TEST_CASE("an edit is told at the first pinned step, and before what it breaks behind") {
  using edited = pinned_history<first, second, column<"title", varchar<9>>>;
  STATIC_REQUIRE(schema::find_pin_fault<edited>().broken == rule::pin_differs);
  STATIC_REQUIRE(schema::find_pin_fault<edited>().version == 1);
  STATIC_REQUIRE(schema::find_pin_fault<edited>().other.view() == schema::pin_text(first).view());
  STATIC_REQUIRE(schema::find_pin_fault<pinned_history<first, second + 1>>().version == 2);
  using broken =
      pinned_history<first, second, column<"heading", text>>; // the second step finds no title then
  STATIC_REQUIRE(schema::history_fault_of<broken>.broken == rule::pin_differs);
}

TEST_CASE("what is released is asked to be pinned") {
  STATIC_REQUIRE(schema::find_missing_pin<pinned_history<first, second>>(2).is_sound());
  STATIC_REQUIRE(schema::find_missing_pin<plain_history>(0).is_sound());
  STATIC_REQUIRE(schema::find_missing_pin<plain_history>(1).version == 1);
  STATIC_REQUIRE(schema::find_missing_pin<plain_history>(1).hint.view() == schema::pin_text(first).view());
}

TEST_CASE("a pin is written with all of its digits") {
  STATIC_REQUIRE(schema::pin_text(0x1a).view() == "0x000000000000001a");
  STATIC_REQUIRE(schema::pin_text(~schema::u64(0)).view() == "0xffffffffffffffff");
}
