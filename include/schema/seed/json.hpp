// Floor 6. JSON in one canonical text, the one that PostgreSQL prints for jsonb: both backends then hold the
// same.
#pragma once

#include <schema/text/identifier.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace schema::seed {

/// In the place of a text: JSON is read over, and nothing is written.
struct no_text {
  constexpr void clear() {}
  constexpr no_text& operator+=(char) { return *this; }
  constexpr no_text& operator+=(const char*) { return *this; }
  constexpr no_text& operator+=(std::string_view) { return *this; }
};

/// Reads one JSON text (RFC 8259) and writes it as jsonb prints it: members by length and then bytes of their
/// names, the last of equal names, a blank after `:` and `,`, numbers without exponent (PostgreSQL
/// manual, 8.14). \u0000 is refused as PostgreSQL refuses it; so are more than 200 levels.
template <class Text> class json_reader {
public:
  /// Whether `text` is JSON; `out` is its canonical text.
  constexpr bool read(std::string_view text, Text& out) {
    text_ = text;
    at_ = 0;
    out.clear();
    if (!value(out, 0)) return false;
    blanks();
    if (at_ == text_.size()) return true;
    return fail("something follows the value");
  }
  constexpr const char* fault() const { return fault_; }
  /// Bytes before the fault.
  constexpr std::size_t fault_at() const { return at_; }

  /// A text as a JSON string, in the canonical form.
  static std::string quote(std::string_view text) {
    std::string out = "\"";
    for (char c : text) put_escaped(out, c);
    return out += '"';
  }

  /// What a JSON string in the canonical form stands for.
  static std::string unquote(std::string_view escaped) { return unescaped(escaped); }

private:
  static constexpr u32 most_levels = 200;

  constexpr bool fail(const char* why) {
    fault_ = why;
    return false;
  }
  constexpr char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  constexpr bool take(char c) {
    if (peek() != c || at_ == text_.size()) return false;
    ++at_;
    return true;
  }
  constexpr void blanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at_;
  }

  constexpr bool value(Text& out, u32 level) {
    if (level > most_levels) return fail("nested too deeply");
    blanks();
    switch (peek()) {
    case '{': return object(out, level);
    case '[': return array(out, level);
    case '"': return string(out);
    case 't': return word("true", out);
    case 'f': return word("false", out);
    case 'n': return word("null", out);
    default: return number(out);
    }
  }

  constexpr bool word(std::string_view expected, Text& out) {
    if (text_.substr(at_, expected.size()) != expected) return fail("no value begins like this");
    at_ += expected.size();
    out += expected;
    return true;
  }

  static constexpr bool is_written = !std::is_same_v<Text, no_text>;

  struct member {
    std::string name; ///< what its name stands for: members are ordered by it
    Text written;     ///< its name as it is written
    Text value;
    std::size_t number{}; ///< among equal names the last one counts

    friend bool operator<(const member& a, const member& b) {
      if (a.name.size() != b.name.size()) return a.name.size() < b.name.size();
      return a.name != b.name ? a.name < b.name : a.number < b.number;
    }
  };

  template <class Member> constexpr bool read_member(Member& out, u32 level) {
    blanks();
    if (peek() != '"') return fail("a member begins with its name in quotation marks");
    if (!string(out.written)) return false;
    blanks();
    if (!take(':')) return fail("a \":\" is missing");
    if (!value(out.value, level + 1)) return false;
    blanks();
    return true;
  }

  constexpr bool object(Text& out, u32 level) {
    ++at_;
    blanks();
    if (take('}')) return out += "{}", true;
    if constexpr (is_written) {
      return members(out, level);
    } else {
      struct {
        Text written, value;
      } passed;
      do
        if (!read_member(passed, level)) return false;
      while (take(','));
      return take('}') || fail("a \",\" or \"}\" is missing");
    }
  }

  bool members(Text& out, u32 level) {
    std::vector<member> members;
    do {
      members.emplace_back().number = members.size();
      if (!read_member(members.back(), level)) return false;
      members.back().name = unescaped(members.back().written);
    } while (take(','));
    if (!take('}')) return fail("a \",\" or \"}\" is missing");
    std::sort(members.begin(), members.end());
    out += '{';
    bool first = true;
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (i + 1 < members.size() && members[i].name == members[i + 1].name) continue;
      if (!first) out += ", ";
      first = false;
      out += members[i].written + ": " + members[i].value;
    }
    out += '}';
    return true;
  }

  constexpr bool array(Text& out, u32 level) {
    ++at_;
    out += '[';
    blanks();
    if (take(']')) return out += ']', true;
    for (;;) {
      if (!value(out, level + 1)) return false;
      blanks();
      if (take(']')) return out += ']', true;
      if (!take(',')) return fail("a \",\" or \"]\" is missing");
      out += ", ";
    }
  }

  /// What an escaped text stands for.
  static std::string unescaped(std::string_view escaped) {
    std::string out;
    for (std::size_t i = 1; i + 1 < escaped.size(); ++i) {
      if (escaped[i] != '\\') {
        out += escaped[i];
        continue;
      }
      switch (escaped[++i]) {
      case 'b': out += '\b'; break;
      case 'f': out += '\f'; break;
      case 'n': out += '\n'; break;
      case 'r': out += '\r'; break;
      case 't': out += '\t'; break;
      case 'u': out += char(hex(escaped[i + 3]) * 16 + hex(escaped[i + 4])), i += 4; break;
      default: out += escaped[i];
      }
    }
    return out;
  }

  static constexpr u32 hex(char c) {
    if (is_digit(c)) return u32(c - '0');
    const char l = lower(c);
    return l >= 'a' && l <= 'f' ? u32(l - 'a' + 10) : 99;
  }

  constexpr bool four_digits(u32& unit) {
    unit = 0;
    for (u32 i = 0; i < 4; ++i) {
      const u32 digit = hex(peek());
      if (digit > 15) return fail("\\u takes four hexadecimal digits");
      unit = unit * 16 + digit;
      ++at_;
    }
    return true;
  }

  static constexpr void put_character(Text& out, u32 c) {
    if (c < 0x80) return put_escaped(out, char(c));
    if (c < 0x800)
      out += char(0xC0 | c >> 6);
    else if (c < 0x10000)
      out += char(0xE0 | c >> 12), out += char(0x80 | (c >> 6 & 0x3F));
    else
      out += char(0xF0 | c >> 18), out += char(0x80 | (c >> 12 & 0x3F)), out += char(0x80 | (c >> 6 & 0x3F));
    out += char(0x80 | (c & 0x3F));
  }

  static constexpr void put_escaped(Text& out, char c) {
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    if (u8(c) >= 0x20) {
      out += c;
      return;
    }
    out += u8(c) < 0x10 ? "\\u000" : "\\u001";
    out += "0123456789abcdef"[u8(c) & 15];
  }

  constexpr bool escape(Text& out) {
    const char c = peek();
    ++at_;
    switch (c) {
    case '"':
    case '\\':
    case '/': return put_escaped(out, c), true;
    case 'b': return put_escaped(out, '\b'), true;
    case 'f': return put_escaped(out, '\f'), true;
    case 'n': return put_escaped(out, '\n'), true;
    case 'r': return put_escaped(out, '\r'), true;
    case 't': return put_escaped(out, '\t'), true;
    case 'u': break;
    default: --at_; return fail("no such escape");
    }
    u32 unit = 0, low = 0;
    if (!four_digits(unit)) return false;
    if (unit == 0) return fail("\\u0000 can't stand in a text");
    if (unit >= 0xDC00 && unit <= 0xDFFF) return fail("half of a surrogate pair");
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      if (!take('\\') || !take('u')) return fail("half of a surrogate pair");
      if (!four_digits(low)) return false;
      if (low < 0xDC00 || low > 0xDFFF) return fail("half of a surrogate pair");
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    put_character(out, unit);
    return true;
  }

  constexpr bool string(Text& out) {
    ++at_;
    out += '"';
    for (;;) {
      if (at_ == text_.size()) return fail("a quotation mark is never closed");
      const char c = text_[at_];
      if (u8(c) < 0x20) return fail("a control character in a text");
      ++at_;
      if (c == '"') break;
      if (c == '\\') {
        if (!escape(out)) return false;
      } else {
        out += c;
      }
    }
    out += '"';
    return true;
  }

  constexpr u32 digit_run() {
    u32 count = 0;
    for (; is_digit(peek()); ++at_) ++count;
    return count;
  }

  constexpr bool number(Text& out) {
    const bool negative = take('-');
    const std::size_t begin = at_;
    const u32 whole = digit_run();
    if (whole == 0) return fail("no value begins like this");
    if (whole > 1 && text_[begin] == '0') return fail("a number begins with 0");
    u32 fraction = 0;
    if (take('.') && (fraction = digit_run()) == 0) return fail("a digit must follow the point");
    long exponent = 0;
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      const bool down = take('-');
      if (!down) take('+');
      const std::size_t from = at_;
      const u32 count = digit_run();
      if (count == 0) return fail("a digit must follow the exponent's sign");
      for (char c : text_.substr(from, count))
        if ((exponent = exponent * 10 + (c - '0')) > 1000) return fail("an exponent over 1000");
      if (down) exponent = -exponent;
    }
    if constexpr (is_written) {
      std::string digits(text_.substr(begin, whole));
      if (fraction) digits += text_.substr(begin + whole + 1, fraction);
      put_number(out, negative, std::move(digits), long(whole) + exponent,
                 exponent > long(fraction) ? 0 : long(fraction) - exponent);
    }
    return true;
  }

  /// `digits` with the point behind the first `whole` of them and `fraction` behind the point.
  static void put_number(Text& out, bool negative, std::string digits, long whole, long fraction) {
    if (whole <= 0) digits.insert(0, std::size_t(1 - whole), '0'), whole = 1;
    digits.resize(std::size_t(whole + fraction), '0');
    std::size_t zeros = 0;
    while (zeros + 1 < std::size_t(whole) && digits[zeros] == '0') ++zeros;
    if (negative && digits.find_first_not_of('0') != std::string::npos) out += '-';
    out.append(digits, zeros, std::size_t(whole) - zeros);
    if (fraction > 0) {
      out += '.';
      out.append(digits, std::size_t(whole), std::size_t(fraction));
    }
  }

  std::string_view text_;
  std::size_t at_{};
  const char* fault_{""};
};

using json_text = json_reader<std::string>;

} // namespace schema::seed
