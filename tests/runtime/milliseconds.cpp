// Times: what becomes milliseconds, and what they become.
#include <schema/runtime/connection.hpp>
#include <schema/runtime/progress.hpp>

#include <catch2/catch.hpp>

#include <chrono>
#include <type_traits>

using schema::milliseconds;
namespace chrono = std::chrono;

namespace {

template <class From, class To> constexpr bool becomes = std::is_convertible_v<From, To>;

// Exact durations and no others, as among those of <chrono>.
static_assert(becomes<chrono::hours, milliseconds> && becomes<chrono::seconds, milliseconds>);
static_assert(becomes<chrono::milliseconds, milliseconds>);
static_assert(becomes<chrono::duration<int, std::ratio<1, 25>>, milliseconds>);
static_assert(!becomes<chrono::microseconds, milliseconds>);
static_assert(!becomes<chrono::duration<int, std::ratio<1, 3>>, milliseconds>);
static_assert(!becomes<chrono::duration<double>, milliseconds>);
static_assert(becomes<milliseconds, chrono::milliseconds> && becomes<milliseconds, chrono::nanoseconds>);
static_assert(!becomes<milliseconds, chrono::seconds>);

// A number alone does not say of what.
static_assert(!becomes<int, milliseconds> && !becomes<milliseconds, int>);

static_assert(milliseconds().count() == 0);
static_assert(milliseconds(chrono::hours(2)).count() == 7'200'000);
static_assert(milliseconds(chrono::seconds(-5)).count() == -5'000);
static_assert(milliseconds(chrono::duration<int, std::ratio<1, 25>>(3)).count() == 120);
static_assert(chrono::milliseconds(milliseconds(250)) == chrono::milliseconds(250));
static_assert(chrono::microseconds(milliseconds(250)) == chrono::milliseconds(250));

static_assert(milliseconds(5) < milliseconds(6) && milliseconds(60'000) == chrono::minutes(1));

} // namespace

TEST_CASE("options take the durations of <chrono>") {
  const schema::connection_options opened{.busy_timeout = chrono::seconds(60)};
  CHECK(opened.busy_timeout.count() == 60'000);
  const schema::migrator_options options{
      .lock_wait = chrono::minutes(1), .lock_timeout = milliseconds(50), .observer = {}};
  CHECK(options.lock_wait.count() == 60'000);
  CHECK(options.lock_timeout.count() == 50);
}

TEST_CASE("seconds are written without needless digits") {
  CHECK(schema::detail::seconds_text(chrono::seconds(60)) == "60");
  CHECK(schema::detail::seconds_text(milliseconds(250)) == "0.25");
  CHECK(schema::detail::seconds_text(milliseconds(1'005)) == "1.005");
}

TEST_CASE("a stopwatch measures a pause") {
  const schema::detail::stopwatch watch;
  schema::detail::pause_for(milliseconds(20));
  CHECK(watch.elapsed() >= milliseconds(20));
  CHECK(watch.elapsed() < chrono::minutes(1));
}
