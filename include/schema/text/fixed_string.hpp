// Floor 0. A string literal as a template argument.
#pragma once

#include <schema/text/text_view.hpp>

namespace schema {

/// A text of N - 1 bytes and a zero, usable as a template argument, which is evaluated anyway: consteval
/// would have g++ do it twice. g++ casts a literal in one step, where a loop costs half of what a name does
/// to compile, and casts to the class itself, for another one of every length would cost as much again; clang
/// casts no literal.
template <std::size_t N> struct fixed_string {
  char data[N];

  static constexpr u32 size = u32(N - 1);
#ifdef __clang__
  constexpr fixed_string(const char (&literal)[N]) : data{} {
    for (std::size_t i = 0; i < N; ++i) data[i] = literal[i];
  }
#else
  constexpr fixed_string(const char (&literal)[N])
      : fixed_string(__builtin_bit_cast(fixed_string, literal)) {}
#endif
  constexpr text_view view() const { return {data, size}; }
};

/// A name as a person writes it: `"lessons"`, or `quoted<"Order Details">` for one outside [a-z_][a-z0-9_]*.
template <std::size_t N> struct name_literal : fixed_string<N> {
  bool is_quoted{};

  constexpr name_literal(const char (&literal)[N]) : fixed_string<N>(literal) {}
  constexpr name_literal(const char (&literal)[N], bool quoted)
      : fixed_string<N>(literal), is_quoted(quoted) {}
};

} // namespace schema
