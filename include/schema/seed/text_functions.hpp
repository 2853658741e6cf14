// Floor 6. SQL's functions of texts, as far as both backends do the same whatever their locale is.
#pragma once

#include <schema/model/type_rules.hpp>
#include <schema/seed/csv.hpp>

namespace schema::seed {

/// Keeps the texts that an evaluation makes.
class text_arena {
public:
  constexpr text_arena() = default;
  text_arena(const text_arena&) = delete;
  text_arena& operator=(const text_arena&) = delete;
  constexpr ~text_arena() {
    while (last_) {
      piece* const before = last_->before;
      delete[] last_->data;
      delete last_;
      last_ = before;
    }
  }

  /// Room for a text, of zeros.
  constexpr char* make(std::size_t size) {
    char* const data = new char[size + 1]{};
    last_ = new piece{data, last_};
    return data;
  }
  /// `text` with each pair of `mark` as one.
  constexpr text_view single(text_view text, char mark) {
    std::size_t marks = 0;
    for (char c : text) marks += c == mark;
    if (marks == 0) return text;
    char* const out = make(text.size());
    std::size_t size = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      out[size++] = text[i];
      if (text[i] == mark) ++i;
    }
    return {out, size};
  }
  constexpr text_view joined(text_view a, text_view b) {
    char* const out = make(a.size() + b.size());
    for (std::size_t i = 0; i < a.size(); ++i) out[i] = a[i];
    for (std::size_t i = 0; i < b.size(); ++i) out[a.size() + i] = b[i];
    return {out, a.size() + b.size()};
  }
  /// ASCII alone: how other letters fold depends on the locale.
  constexpr text_view folded(text_view text, bool up) {
    char* const out = make(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
      out[i] = !up ? lower(text[i]) : text[i] >= 'a' && text[i] <= 'z' ? char(text[i] - 'a' + 'A') : text[i];
    return {out, text.size()};
  }
  constexpr text_view replaced(text_view text, text_view from, text_view to);

private:
  struct piece {
    char* data;
    piece* before;
  };
  piece* last_{};
};

constexpr bool is_ascii(text_view text) {
  for (char c : text)
    if (u8(c) >= 0x80) return false;
  return true;
}

/// Where `wanted` begins in `text` from `from` on; npos when it does not.
constexpr std::size_t find_text(text_view text, text_view wanted, std::size_t from = 0) {
  for (std::size_t i = from; i + wanted.size() <= text.size(); ++i)
    if (text.substr(i, wanted.size()) == wanted) return i;
  return text_view::npos;
}

constexpr text_view text_arena::replaced(text_view text, text_view from, text_view to) {
  if (from.empty()) return text;
  text_view out;
  std::size_t begin = 0;
  for (std::size_t at = find_text(text, from); at != text_view::npos; at = find_text(text, from, begin)) {
    out = joined(joined(out, text.substr(begin, at - begin)), to);
    begin = at + from.size();
  }
  return joined(out, text.substr(begin));
}

/// Without the characters of an ASCII set at its ends.
constexpr text_view trimmed(text_view text, text_view set, bool left, bool right) {
  std::size_t begin = 0, end = text.size();
  while (left && begin < end && set.find(text[begin]) != text_view::npos) ++begin;
  while (right && begin < end && set.find(text[end - 1]) != text_view::npos) --end;
  return text.substr(begin, end - begin);
}

/// Whether a text is like a pattern that has no backslash.
constexpr bool is_like(text_view text, text_view pattern) {
  std::size_t t = 0, p = 0, star = text_view::npos, resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '%') {
      star = ++p;
      resume = t;
    } else if (p < pattern.size() && (pattern[p] == '_' || pattern[p] == text[t])) {
      t += pattern[p++] == '_' ? utf8_size(text, t) : 1;
    } else if (star != text_view::npos) {
      resume += utf8_size(text, resume);
      t = resume;
      p = star;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '%') ++p;
  return p == pattern.size();
}

} // namespace schema::seed
