// Arithmetic on bounds holds every result of the numbers that lie in them.
#include <catch2/catch.hpp>
#include <random>
#include <schema/model/bounds.hpp>

using namespace schema;
using enum sql::binary_operator;

namespace {
constexpr i128 unit = bounds::unit;
constexpr bool is_point(const bounds& b, i128 billionths) {
  return !b.is_null && b.low == billionths && b.high == billionths;
}
/// What an operation on whole numbers gives, as PostgreSQL works it out.
i128 worked_out(sql::binary_operator operation, i128 a, i128 b) {
  switch (operation) {
  case add: return a + b;
  case subtract: return a - b;
  case multiply: return a * b;
  case divide: return a / b;
  default: return a % b;
  }
}
} // namespace

TEST_CASE("a number is read as it is written") {
  STATIC_REQUIRE(is_point(bounds_of("0"), 0));
  STATIC_REQUIRE(is_point(bounds_of("-12.25"), -12'250'000'000));
  STATIC_REQUIRE(is_point(bounds_of("3."), 3 * unit));
  STATIC_REQUIRE(is_point(bounds_of(".5"), unit / 2));
  STATIC_REQUIRE(is_point(bounds_of("1.5e3"), 1500 * unit));
  STATIC_REQUIRE(is_point(bounds_of("25E-1"), 2'500'000'000));
  STATIC_REQUIRE(is_point(bounds_of("2e+2"), 200 * unit));
  STATIC_REQUIRE(bounds_of("0.0000000001").low == 0);
  STATIC_REQUIRE(bounds_of("0.0000000001").high == 1);
  STATIC_REQUIRE(bounds_of("-0.0000000001").low == -1);
  STATIC_REQUIRE(bounds_of("0.33333333333333333333333333333333333333333333").high == 333'333'334);
  STATIC_REQUIRE(bounds_of("0.000000001e-3").low == 0);
  STATIC_REQUIRE(bounds_of("1e-400").high == 1);
  STATIC_REQUIRE(bounds_of("1e400").is_unbounded());
  STATIC_REQUIRE(bounds_of("99999999999999999999999999999999999999999999").is_unbounded());
  STATIC_REQUIRE(is_point(bounds_of("9223372036854775807"), 9223372036854775807 * unit));
}

TEST_CASE("what is beyond all bounds stays there") {
  STATIC_REQUIRE(
      calculate(subtract, bounds::anything(), bounds::between(1, 1), value_type::numeric).is_unbounded());
  STATIC_REQUIRE(calculate(multiply, bounds_of("99999999999999999999"), bounds_of("99999999999999999999"),
                           value_type::numeric)
                     .is_unbounded());
  STATIC_REQUIRE(!fits_number(value_type::bigint, calculate(multiply, bounds_of("3000000000"),
                                                            bounds_of("4000000000"), value_type::bigint)));
  STATIC_REQUIRE(calculate(add, bounds::null(), bounds::anything(), value_type::bigint).is_null);
}

TEST_CASE("halves go to either side") {
  STATIC_REQUIRE(rounded(bounds_of("0.5"), 0).low == 0);
  STATIC_REQUIRE(rounded(bounds_of("0.5"), 0).high == unit);
  STATIC_REQUIRE(is_point(rounded(bounds_of("0.4"), 0), 0));
  STATIC_REQUIRE(is_point(rounded(bounds_of("-0.6"), 0), -unit));
  STATIC_REQUIRE(is_point(rounded(bounds_of("2.344"), 2), 2'340'000'000));
}

TEST_CASE("every result lies in the bounds of its operation, and both bounds are near") {
  std::mt19937_64 random(26);
  const auto below = [&](i64 limit) { return std::uniform_int_distribution<i64>(0, limit - 1)(random); };
  const auto any = [&](bool no_zero) {
    for (;;) {
      const i64 size = below(2) ? 10 : 5'000'000'000;
      const i64 low = below(2 * size) - size, high = low + (below(2) ? 0 : below(20));
      if (!no_zero || low > 0 || high < 0) return bounds::between(low, high);
    }
  };
  for (int trial = 0; trial < 20'000; ++trial)
    for (const auto operation : {add, subtract, multiply, divide, modulo}) {
      const bounds a = any(false), b = any(operation == divide || operation == modulo);
      const bounds whole = calculate(operation, a, b, value_type::bigint);
      const bounds exact = calculate(operation, a, b, value_type::numeric);
      i128 least = whole.high, greatest = whole.low;
      for (i128 x = a.low / unit; x <= a.high / unit; ++x)
        for (i128 y = b.low / unit; y <= b.high / unit; ++y) {
          const i128 result = worked_out(operation, x, y) * unit;
          if (result < least) least = result;
          if (result > greatest) greatest = result;
          if (operation != divide) continue;
          REQUIRE(exact.low <= divided_down(y < 0 ? -x * unit : x * unit, y < 0 ? -y : y));
          REQUIRE(exact.high >= divided_up(y < 0 ? -x * unit : x * unit, y < 0 ? -y : y));
        }
      REQUIRE(whole.low <= least);
      REQUIRE(whole.high >= greatest);
      if (operation == modulo) continue; // as wide as the divisor lets it be
      REQUIRE(whole.low == least);
      REQUIRE(whole.high == greatest);
    }
}

TEST_CASE("a numeric has room for what it rounds to") {
  constexpr column_type price{.kind = type_kind::numeric, .length = 5, .scale = 2};
  STATIC_REQUIRE(fits_number(price, bounds_of("-999.994")));
  STATIC_REQUIRE(!fits_number(price, bounds_of("999.995")));
  STATIC_REQUIRE(fits_number({.kind = type_kind::numeric}, bounds::anything()));
  STATIC_REQUIRE(!fits_number({.kind = type_kind::real}, bounds::anything()));
}
