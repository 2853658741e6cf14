// Floor 5. Times in options and reports, without <chrono>: its durations alone cost 0.03 of soci.h.
#pragma once

#include <schema/text/text_view.hpp>

#include <compare>
#include <concepts>
#include <ctime>

namespace schema {

namespace detail {

/// What <chrono> calls a duration, of a whole number of ticks.
template <class T>
concept whole_duration = requires(const T& time) {
  T::period::num;
  T::period::den;
  { time.count() } -> std::integral;
};

} // namespace detail

/// A length of time, in whole milliseconds. Takes any duration of <chrono> that is exactly one, as
/// std::chrono::milliseconds does, and becomes one where one is asked for.
class milliseconds {
public:
  constexpr milliseconds() = default;
  constexpr explicit milliseconds(i64 count) : count_(count) {}
  template <detail::whole_duration Duration>
  requires(Duration::period::num * 1000 % Duration::period::den ==
           0) constexpr milliseconds(const Duration& time)
      : count_(i64(time.count()) * i64(Duration::period::num * 1000 / Duration::period::den)) {}

  template <detail::whole_duration Duration>
  requires(Duration::period::den % (Duration::period::num * 1000) == 0) constexpr operator Duration() const {
    return Duration(count_ * i64(Duration::period::den / (Duration::period::num * 1000)));
  }

  constexpr i64 count() const { return count_; }

  friend constexpr bool operator==(milliseconds, milliseconds) = default;
  friend constexpr auto operator<=>(milliseconds, milliseconds) = default;

private:
  i64 count_{};
};

namespace detail {

/// Nanoseconds of a clock that is never set.
inline i64 steady_nanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return i64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

/// Measures from when it is made.
class stopwatch {
public:
  milliseconds elapsed() const { return milliseconds((steady_nanoseconds() - start_) / 1'000'000); }

private:
  i64 start_{steady_nanoseconds()};
};

inline void pause_for(milliseconds time) {
  timespec left{time_t(time.count() / 1000), long(time.count() % 1000 * 1'000'000)};
  while (nanosleep(&left, &left) != 0) {
  }
}

} // namespace detail
} // namespace schema
