// Floor 0. Whether a text is JSON (RFC 8259) that PostgreSQL's jsonb takes; the depth is a bound of our own.
#pragma once

#include <schema/text/identifier.hpp>

namespace schema {

/// Reads over one value. A text without the escapes and the depth that jsonb refuses is JSON on SQLite as
/// well.
struct json_scanner {
  static constexpr u32 most_levels = 200;

  text_view text;
  std::size_t at{};

  constexpr char peek() const { return at < text.size() ? text[at] : '\0'; }
  constexpr bool take(char c) {
    if (at >= text.size() || text[at] != c) return false;
    ++at;
    return true;
  }
  constexpr void skip_blanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at;
  }

  constexpr bool value(u32 level) {
    if (level > most_levels) return false;
    skip_blanks();
    switch (peek()) {
    case '{': return members(level);
    case '[': return elements(level);
    case '"': return string();
    case 't': return word("true");
    case 'f': return word("false");
    case 'n': return word("null");
    default: return number();
    }
  }

private:
  constexpr bool word(text_view expected) {
    for (char c : expected)
      if (!take(c)) return false;
    return true;
  }
  constexpr bool members(u32 level) {
    ++at;
    skip_blanks();
    if (take('}')) return true;
    do {
      skip_blanks();
      if (peek() != '"' || !string()) return false;
      skip_blanks();
      if (!take(':') || !value(level + 1)) return false;
      skip_blanks();
    } while (take(','));
    return take('}');
  }
  constexpr bool elements(u32 level) {
    ++at;
    skip_blanks();
    if (take(']')) return true;
    do {
      if (!value(level + 1)) return false;
      skip_blanks();
    } while (take(','));
    return take(']');
  }
  constexpr bool string() {
    for (++at; at < text.size() && u8(text[at]) >= 0x20;) {
      const char c = text[at++];
      if (c == '"') return true;
      if (c == '\\' && !escape()) return false;
    }
    return false;
  }
  /// \u0000 and half of a surrogate pair are no characters.
  constexpr bool escape() {
    const char c = peek();
    ++at;
    if (c != 'u')
      return c == '"' || c == '\\' || c == '/' || c == 'b' || c == 'f' || c == 'n' || c == 'r' || c == 't';
    u32 unit = 0, low = 0;
    if (!four_digits(unit) || unit == 0 || (unit >= 0xDC00 && unit <= 0xDFFF)) return false;
    if (unit < 0xD800 || unit > 0xDBFF) return true;
    return take('\\') && take('u') && four_digits(low) && low >= 0xDC00 && low <= 0xDFFF;
  }
  constexpr bool four_digits(u32& unit) {
    for (u32 i = 0; i < 4; ++i) {
      const char c = lower(peek());
      if (is_digit(c))
        unit = unit * 16 + u32(c - '0');
      else if (c >= 'a' && c <= 'f')
        unit = unit * 16 + u32(c - 'a' + 10);
      else
        return false;
      ++at;
    }
    return true;
  }
  constexpr bool digits() {
    const std::size_t begin = at;
    while (is_digit(peek())) ++at;
    return at > begin;
  }
  constexpr bool number() {
    take('-');
    const bool is_zero = peek() == '0';
    const std::size_t begin = at;
    if (!digits() || (is_zero && at - begin > 1)) return false;
    if (take('.') && !digits()) return false;
    if (!take('e') && !take('E')) return true;
    if (!take('-')) take('+');
    return digits();
  }
};

constexpr bool is_json(text_view text) {
  json_scanner scanner{text};
  if (!scanner.value(0)) return false;
  scanner.skip_blanks();
  return scanner.at == text.size();
}

} // namespace schema
