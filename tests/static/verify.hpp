// A case that holds at compile time and again at run time, where sanitizers and coverage see it.
#pragma once

#include <catch2/catch.hpp>
#include <string_view>
#include <type_traits>

namespace schema::tests {

/// The same value; at run time through a volatile, so that the compiler can't compute ahead.
template <class T>
requires std::is_arithmetic_v<T> || std::is_enum_v<T>
constexpr T opaque(T value) {
  if (std::is_constant_evaluated()) return value;
  volatile T hidden = value;
  return hidden;
}

constexpr std::string_view opaque(std::string_view text) {
  if (std::is_constant_evaluated()) return text;
  const char* volatile data = text.data();
  volatile std::size_t size = text.size();
  return {data, size};
}

constexpr std::string_view opaque(const char* text) { return opaque(std::string_view(text)); }

} // namespace schema::tests

/// Write the arguments of the functions under test as opaque(…).
#define SCHEMA_VERIFY(...)                                                                                   \
  do {                                                                                                       \
    static_assert(__VA_ARGS__);                                                                              \
    const auto again = [] { return bool(__VA_ARGS__); };                                                     \
    CHECK(again());                                                                                          \
  } while (false)
