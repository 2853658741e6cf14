// Floor 0. Writes a text twice: once to measure, once to fill an array of exactly that size.
#pragma once

#include <schema/text/identifier.hpp>

namespace schema {

/// Collects text into an array of Capacity bytes; with Capacity 0 it only counts.
/// The array is a member written by index: writing through a char* doubles g++'s memory.
template <u32 Capacity> struct text_writer {
  char data[Capacity + 1]{};
  u32 size{};

  constexpr void raw(const char* text, u32 length) {
    if constexpr (Capacity > 0)
      for (u32 i = 0; i < length; ++i) data[size + i] = text[i];
    size += length;
  }
  template <std::size_t N> constexpr text_writer& operator<<(const char (&literal)[N]) {
    raw(literal, N - 1);
    return *this;
  }
  constexpr text_writer& operator<<(text_view text) {
    raw(text.data(), u32(text.size()));
    return *this;
  }
  constexpr text_writer& operator<<(name text) {
    raw(text->data, text->size);
    return *this;
  }
  constexpr text_writer& operator<<(i64 value) {
    if (value < 0) *this << "-";
    return *this << (value < 0 ? u64(0) - u64(value) : u64(value));
  }
  constexpr text_writer& operator<<(u64 value) {
    char digits[20]{};
    u32 first = 20;
    do digits[--first] = char('0' + value % 10);
    while (value /= 10);
    raw(digits + first, 20 - first);
    return *this;
  }
  /// `text` between `quote` marks, marks inside it doubled (SQL standard, 5.2 <delimited identifier>).
  constexpr void enclosed(text_view text, char quote) {
    raw(&quote, 1);
    for (char c : text) {
      if (c == quote) raw(&quote, 1);
      raw(&c, 1);
    }
    raw(&quote, 1);
  }
  constexpr text_writer& identifier(text_view text) {
    enclosed(text, '"');
    return *this;
  }
  constexpr text_writer& identifier(name text) { return identifier(text->view()); }

  constexpr text_view view() const { return {data, size}; }
};

} // namespace schema
