// Floor 0. A string literal as a template argument.
#pragma once

#include <schema/text/text_view.hpp>

namespace schema {

/// A text of N - 1 bytes and its terminating zero, usable as a template argument.
template <std::size_t N> struct fixed_string {
  char data[N]{};

  consteval fixed_string(const char (&literal)[N]) {
    for (std::size_t i = 0; i < N; ++i) data[i] = literal[i];
  }
  /// Lifts a plain value into a type; `text` is at most N - 1 bytes long.
  consteval fixed_string(text_view text, int) {
    for (std::size_t i = 0; i < text.size(); ++i) data[i] = text[i];
    data[N - 1] = '\0'; // written, or clang prints the bytes of a text of 8, 16, 32, … as numbers
  }

  static constexpr u32 size = u32(N - 1);
  constexpr text_view view() const { return {data, size}; }
};

/// A name as a person writes it: `"lessons"`, or `quoted<"Order Details">` for one outside [a-z_][a-z0-9_]*.
template <std::size_t N> struct name_literal {
  char data[N]{};
  bool is_quoted{};

  consteval name_literal(const char (&literal)[N]) : name_literal(literal, false) {}
  consteval name_literal(const char (&literal)[N], bool quoted) : is_quoted(quoted) {
    for (std::size_t i = 0; i < N; ++i) data[i] = literal[i];
  }

  static constexpr u32 size = u32(N - 1);
  constexpr text_view view() const { return {data, size}; }
};

} // namespace schema
