// Every case runs at compile time and again at run time.
#include <schema/seed/instant.hpp>

#include <catch2/catch.hpp>

namespace {

using namespace schema::seed;
using schema::i64;

/// The canonical text of an instant; empty when it is refused.
constexpr instant_text canonical(std::string_view text, bool with_zone = true) {
  i64 value = 0;
  return read_instant(text, with_zone, value) ? canonical_instant(value, with_zone) : instant_text{};
}

constexpr instant_text date(std::string_view text) {
  i64 days = 0;
  return read_date(text, days) ? date_text(days) : instant_text{};
}

/// The distance in seconds; -1 when it is refused.
constexpr i64 relative(std::string_view text) {
  i64 value = 0;
  return read_relative(text, value) ? value / 1000 : -1;
}

#define SAME(A, B)                                                                                           \
  do {                                                                                                       \
    static_assert((A) == (B));                                                                               \
    CHECK((A) == (B));                                                                                       \
  } while (false)

TEST_CASE("instants have one text") {
  SAME(canonical("2025-03-01T09:00:00Z").view(), "2025-03-01T09:00:00.000Z");
  SAME(canonical("2025-03-01 09:00+02").view(), "2025-03-01T07:00:00.000Z");
  SAME(canonical("2025-03-01T00:30:00.5+05:30").view(), "2025-02-28T19:00:00.500Z");
  SAME(canonical("2024-02-29T23:59:59.999-0100").view(), "2024-03-01T00:59:59.999Z");
  SAME(canonical("0001-01-01T00:00:00Z").view(), "0001-01-01T00:00:00.000Z");
  SAME(canonical("1969-12-31T23:59:59.999Z").view(), "1969-12-31T23:59:59.999Z");
  SAME(canonical("2025-03-01T09:00:00", false).view(), "2025-03-01T09:00:00.000");
}

TEST_CASE("what is no instant is refused") {
  SAME(canonical("2025-03-01T09:00:00").view(), "");      // no zone
  SAME(canonical("2025-03-01T09:00Z", false).view(), ""); // a zone
  SAME(canonical("2025-02-29T09:00Z").view(), "");
  SAME(canonical("2025-13-01T09:00Z").view(), "");
  SAME(canonical("2025-03-01T24:00Z").view(), "");
  SAME(canonical("2025-03-01T09:00:60Z").view(), "");
  SAME(canonical("2025-03-01T09:00:00.1234Z").view(), "");
  SAME(canonical("2025-03-01T09:00:00.Z").view(), "");
  SAME(canonical("2025-3-1T09:00Z").view(), "");
  SAME(canonical("9999-12-31T23:59:59-01:00").view(), ""); // the year 10000
  SAME(canonical("").view(), "");
}

TEST_CASE("dates") {
  SAME(date("2024-02-29").view(), "2024-02-29");
  SAME(date("1900-02-29").view(), "");
  SAME(date("2000-02-29").view(), "2000-02-29");
  SAME(date("0000-01-01").view(), "");
  SAME(date("2025-04-31").view(), "");
  SAME(date("2025-04-30T").view(), "");
}

TEST_CASE("distances from now") {
  SAME(relative("@now"), 0);
  SAME(relative("@now+2h30m"), 9000);
  SAME(relative("@now-3d"), -259200);
  SAME(relative("@now-1d2h3m4s"), -93784);
  SAME(relative("@now+"), -1);
  SAME(relative("@now3d"), -1);
  SAME(relative("@now+3"), -1);
  SAME(relative("@now+3w"), -1);
  SAME(relative("@now+1m1h"), -1); // the wrong order
  SAME(relative("@now+1h1h"), -1);
  SAME(relative("@now+1h-1m"), -1);
  SAME(relative("@now+99999999999999999999d"), -1);
  SAME(relative("@later"), -1);
}

TEST_CASE("every day has its date") {
  for (i64 day = -719162; day <= 2932896; day += 13) {
    i64 same = 0;
    REQUIRE(read_date(date_text(day).view(), same));
    REQUIRE(same == day);
  }
}

} // namespace
