// Floor 0. A string literal as a template argument.
#pragma once

#include <schema/text/text_view.hpp>

namespace schema {

/// N - 1 bytes and their terminating zero.
template <std::size_t N> struct text_bytes {
  char data[N];

  static constexpr u32 size = u32(N - 1);
  constexpr text_view view() const { return {data, size}; }
};

/// The bytes of a literal. g++ casts them in one step, where a loop costs half of what a name does to
/// compile; clang casts no literal.
#ifdef __clang__
template <std::size_t N> constexpr text_bytes<N> bytes_of(const char (&literal)[N]) {
  text_bytes<N> bytes{};
  for (std::size_t i = 0; i < N; ++i) bytes.data[i] = literal[i];
  return bytes;
}
#define SCHEMA_BYTES_OF(LITERAL) ::schema::bytes_of(LITERAL)
#else
#define SCHEMA_BYTES_OF(LITERAL) __builtin_bit_cast(text_bytes<N>, LITERAL)
#endif

/// A text of N - 1 bytes, usable as a template argument, which is evaluated anyway: consteval would have g++
/// do it twice.
template <std::size_t N> struct fixed_string : text_bytes<N> {
  constexpr fixed_string(const char (&literal)[N]) : text_bytes<N>(SCHEMA_BYTES_OF(literal)) {}
};

/// A name as a person writes it: `"lessons"`, or `quoted<"Order Details">` for one outside [a-z_][a-z0-9_]*.
template <std::size_t N> struct name_literal : text_bytes<N> {
  bool is_quoted{};

  constexpr name_literal(const char (&literal)[N]) : text_bytes<N>(SCHEMA_BYTES_OF(literal)) {}
  constexpr name_literal(const char (&literal)[N], bool quoted)
      : text_bytes<N>(SCHEMA_BYTES_OF(literal)), is_quoted(quoted) {}
};

#undef SCHEMA_BYTES_OF

} // namespace schema
