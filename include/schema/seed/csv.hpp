// Floor 6. Reads CSV as RFC 4180 has it, with the place of every cell. constexpr, and no memory of its own.
#pragma once

#include <schema/text/fixed_string.hpp>

#include <string_view>

namespace schema::seed {

/// A place in a file: line and column from 1 on, the column in characters.
struct place {
  u32 line{1}, column{1};
  friend constexpr bool operator==(const place&, const place&) = default;
};

enum class csv_fault : u8 {
  none,
  unclosed_quote,     ///< a cell that begins with a quotation mark never ends
  text_after_quote,   ///< something stands between the closing mark and the comma
  quote_in_bare_cell, ///< a quotation mark in a cell that does not begin with one
  zero_byte,          ///< PostgreSQL would cut the text there without a word
  not_utf8,
  bare_return ///< a CR without LF outside quotation marks
};

/// What to tell people about a fault.
constexpr std::string_view describe(csv_fault fault) {
  switch (fault) {
  case csv_fault::none: return {};
  case csv_fault::unclosed_quote: return "the quotation mark that opens here is never closed";
  case csv_fault::text_after_quote:
    return "only a comma or the end of the line can follow a closing quotation mark";
  case csv_fault::quote_in_bare_cell:
    return "a quotation mark inside a cell: put the cell in quotation marks and double it";
  case csv_fault::zero_byte: return "a zero byte can't stand in a text";
  case csv_fault::not_utf8: return "not UTF-8";
  case csv_fault::bare_return: return "a carriage return without a line feed";
  }
  return {};
}

/// How many bytes the UTF-8 character at `at` has; 0 where there is none (RFC 3629: no overlong forms, no
/// surrogates, nothing over U+10FFFF).
constexpr u32 utf8_size(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? u8(text[at + i]) : u8(0); };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const u8 first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return tail(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if (first == 0xE0 && byte(1) < 0xA0) return 0;
    if (first == 0xED && byte(1) > 0x9F) return 0;
    return tail(1) && tail(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if (first == 0xF0 && byte(1) < 0x90) return 0;
    if (first == 0xF4 && byte(1) > 0x8F) return 0;
    return tail(1) && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

/// A cell as it stands in the file. `raw` is without the marks around it; marks inside it are still doubled.
struct csv_cell {
  std::string_view raw;
  bool quoted{};
  place at;

  /// Nothing between two commas: NULL. `""` is the empty text.
  constexpr bool is_null() const { return !quoted && raw.empty(); }

  /// Appends the text of the cell to a string (anything with append(const char*, size)).
  template <class String> constexpr void append_to(String& out) const {
    std::size_t from = 0;
    if (quoted)
      for (std::size_t i = 0; i < raw.size(); ++i)
        if (raw[i] == '"') {
          out.append(raw.data() + from, i + 1 - from);
          from = ++i + 1; // the second mark of a pair
        }
    out.append(raw.data() + from, raw.size() - from);
  }
};

/// Reads cell after cell; a byte order mark at the beginning is passed over, lines end in LF or CR LF.
class csv_reader {
public:
  constexpr explicit csv_reader(std::string_view text) : text_(text) {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") next_ = 3;
  }

  /// Whether another row begins; lines without a character are passed over.
  constexpr bool next_row() {
    while (fault_ == csv_fault::none && next_ < text_.size()) {
      const u32 size = line_end(next_);
      if (size == 0) return row_open_ = true;
      next_ += size;
      new_line();
    }
    return row_open_ = false;
  }

  /// Reads the next cell of the row; false at its end, or at a fault.
  constexpr bool next_cell(csv_cell& out) {
    if (!row_open_ || fault_ != csv_fault::none) return false;
    out = {{}, false, at_};
    return next_ < text_.size() && text_[next_] == '"' ? quoted_cell(out) : bare_cell(out);
  }

  /// The place that is read next: the beginning of the row after next_row().
  constexpr place at() const { return at_; }
  constexpr csv_fault fault() const { return fault_; }
  constexpr place fault_at() const { return fault_at_; }

private:
  constexpr u32 line_end(std::size_t i) const {
    if (text_[i] == '\n') return 1;
    return text_[i] == '\r' && i + 1 < text_.size() && text_[i + 1] == '\n' ? 2 : 0;
  }
  constexpr void new_line() { at_ = {at_.line + 1, 1}; }
  constexpr bool fail(csv_fault fault, place where) {
    fault_ = fault;
    fault_at_ = where;
    return false;
  }

  /// Passes over what most of a file is, letters and blanks of ASCII, quickly: a compiler pays for each step.
  constexpr void plain_run() {
    const char* const text = text_.data();
    const std::size_t begin = next_, size = text_.size();
    std::size_t i = begin;
    while (i < size && static_cast<signed char>(text[i]) >= ' ' && text[i] != ',' && text[i] != '"') ++i;
    at_.column += u32(i - begin);
    next_ = i;
  }

  /// Passes over one character, whatever it is.
  constexpr bool character() {
    if (text_[next_] == '\0') return fail(csv_fault::zero_byte, at_);
    const u32 size = utf8_size(text_, next_);
    if (size == 0) return fail(csv_fault::not_utf8, at_);
    if (text_[next_] == '\n')
      new_line();
    else
      ++at_.column;
    next_ += size;
    return true;
  }

  constexpr bool quoted_cell(csv_cell& out) {
    out.quoted = true;
    ++at_.column;
    const std::size_t begin = ++next_;
    for (;;) {
      plain_run();
      if (next_ >= text_.size()) return fail(csv_fault::unclosed_quote, out.at);
      if (text_[next_] != '"') {
        if (!character()) return false;
      } else if (next_ + 1 < text_.size() && text_[next_ + 1] == '"') {
        next_ += 2;
        at_.column += 2;
      } else {
        break;
      }
    }
    out.raw = text_.substr(begin, next_ - begin);
    ++next_;
    ++at_.column;
    if (next_ < text_.size() && text_[next_] != ',' && line_end(next_) == 0)
      return fail(csv_fault::text_after_quote, at_);
    return end_cell();
  }

  constexpr bool bare_cell(csv_cell& out) {
    const std::size_t begin = next_;
    for (plain_run(); next_ < text_.size() && text_[next_] != ',' && line_end(next_) == 0; plain_run()) {
      if (text_[next_] == '"') return fail(csv_fault::quote_in_bare_cell, at_);
      if (text_[next_] == '\r') return fail(csv_fault::bare_return, at_);
      if (!character()) return false;
    }
    out.raw = text_.substr(begin, next_ - begin);
    return end_cell();
  }

  constexpr bool end_cell() {
    if (next_ < text_.size() && text_[next_] == ',') {
      ++next_;
      ++at_.column;
    } else {
      row_open_ = false;
      if (next_ < text_.size()) {
        next_ += line_end(next_);
        new_line();
      }
    }
    return true;
  }

  std::string_view text_;
  std::size_t next_{};
  place at_;
  bool row_open_{};
  csv_fault fault_{};
  place fault_at_;
};

} // namespace schema::seed
