// Floor 3. Collects the statements of a script in one text.
#pragma once

#include <schema/dialect/program.hpp>

namespace schema {

struct statement_place {
  u32 begin{}, size{}; ///< of the SQL, or of the table's name, in the text
  u16 operation{};
  statement_role role{};
};

/// How much room a script needs.
struct script_room {
  u32 bytes{}, statements{};

  constexpr bool holds(const script_room& other) const {
    return other.bytes <= bytes && other.statements <= statements;
  }
};

/// A part of what was written.
struct text_range {
  u32 begin{}, size{};
};

/// A short text that the library writes, read eight bytes at a time.
struct packed_text {
  static constexpr u32 longest = 72;

  u64 words[longest / 8]{};
  u32 size{}; ///< bytes

  template <std::size_t N> consteval packed_text(const char (&literal)[N]) : size(N - 1) {
    static_assert(N - 1 <= longest, "longer than a packed text is: write it as two");
    for (u32 i = 0; i < N - 1; ++i) words[i / 8] |= u64(u8(literal[i])) << i % 8 * 8;
  }
};

/// Up to eight bytes of a text as a word. Spelt out: a turn of a loop costs more than what it does here.
constexpr u64 pack_bytes(const char* from, u32 bytes) {
  if (bytes >= 8)
    return u64(u8(from[0])) | u64(u8(from[1])) << 8 | u64(u8(from[2])) << 16 | u64(u8(from[3])) << 24 |
           u64(u8(from[4])) << 32 | u64(u8(from[5])) << 40 | u64(u8(from[6])) << 48 | u64(u8(from[7])) << 56;
  u64 word = 0;
  u32 at = 0;
  if (bytes & 4) {
    word = u64(u8(from[0])) | u64(u8(from[1])) << 8 | u64(u8(from[2])) << 16 | u64(u8(from[3])) << 24;
    at = 4;
  }
  if (bytes & 2) {
    word |= (u64(u8(from[at])) | u64(u8(from[at + 1])) << 8) << at * 8;
    at += 2;
  }
  if (bytes & 1) word |= u64(u8(from[at])) << at * 8;
  return word;
}

/// The text is kept in words of eight bytes, the first byte lowest: what g++ pays for is the store, not its
/// size. Past its room it only counts: then `needed` says how much it is.
template <u32 Bytes, u32 Statements> struct script_writer {
  static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "words are cut into bytes lowest first");

  u64 words[Bytes / 8 + 3]{};
  statement_place places[Statements + 1]{};
  u32 size{}; ///< of the text, bytes
  u32 count{};
  u32 begun{};
  u16 operation{}; ///< the operation that is being written, by its place in its migration

  static constexpr script_room room{Bytes, Statements};
  constexpr script_room needed() const { return {size, count}; }
  /// What was written; at run time only.
  const char* bytes() const { return reinterpret_cast<const char*>(words); }

  /// Up to eight bytes; those of the word behind them are 0.
  constexpr void append_word(u64 word, u32 bytes) {
    const u32 at = size / 8, shift = size % 8 * 8;
    size += bytes;
    if (size > Bytes) return;
    words[at] |= word << shift;
    if (shift + 8 * bytes > 64) words[at + 1] = word >> (64 - shift);
  }
  constexpr void append(const u64* from, u32 bytes) {
    for (; bytes > 8; ++from, bytes -= 8) append_word(*from, 8);
    append_word(*from, bytes);
  }
  constexpr void append(const char* from, u32 length) {
    for (; length > 8; from += 8, length -= 8) append_word(pack_bytes(from, 8), 8);
    if (length) append_word(pack_bytes(from, length), length);
  }

  constexpr script_writer& operator<<(const packed_text& text) {
    const u32 rest = text.size, at = size / 8, shift = size % 8 * 8;
    if (rest <= 8 && size + rest <= Bytes) { // as append_word does it: most texts are this short
      words[at] |= text.words[0] << shift;
      if (shift + 8 * rest > 64) words[at + 1] = text.words[0] >> (64 - shift);
      size += rest;
      return *this;
    }
    append(text.words, rest);
    return *this;
  }
  template <class Text>
  requires(__is_same(Text, text_view)) // and not a literal, which is packed
      constexpr script_writer&
      operator<<(Text text) {
    append(text.data(), u32(text.size()));
    return *this;
  }
  constexpr script_writer& operator<<(name text) {
    if (text->is_plain)
      append(text->packed.words, text->size);
    else
      append(text->data, text->size);
    return *this;
  }
  constexpr script_writer& operator<<(i64 value) {
    if (value < 0) put('-');
    return *this << (value < 0 ? u64(0) - u64(value) : u64(value));
  }
  constexpr script_writer& operator<<(u64 value) {
    char digits[20]{};
    u32 first = 20;
    do digits[--first] = char('0' + value % 10);
    while (value /= 10);
    append(digits + first, 20 - first);
    return *this;
  }

  constexpr void put(char c) { append_word(u8(c), 1); }
  /// What was written before, once more.
  constexpr void again(text_range range) {
    if (size + range.size > Bytes) {
      size += range.size;
      return;
    }
    // The words that hold the range, each shifted to where it goes: by less than a word, to and fro.
    const u32 to_shift = size % 8 * 8, from_shift = range.begin % 8 * 8;
    const bool up = to_shift >= from_shift;
    const u32 shift = up ? to_shift - from_shift : 64 - (from_shift - to_shift);
    u32 to = size / 8, from = range.begin / 8;
    size += range.size;
    const u32 last = size / 8;
    u64 before = words[from] >> from_shift << from_shift; // what stands before the range stays behind
    if (up)
      words[to] |= before << shift;
    else
      words[to] |= before >> (64 - shift) | words[from + 1] << shift;
    if (!up) before = words[++from];
    while (to < last) {
      const u64 next = words[++from];
      words[++to] = shift ? before >> (64 - shift) | next << shift : next;
      before = next;
    }
    words[last] &= ~(~u64(0) << size % 8 * 8);
  }

  /// Text between `mark`s, marks in it doubled (SQL standard, 5.2 <delimited identifier>).
  constexpr void enclosed(text_view text, char mark) {
    put(mark);
    std::size_t plain = 0;
    while (plain < text.size() && text[plain] != mark) ++plain;
    if (plain == text.size())
      *this << text;
    else
      for (char c : text) {
        if (c == mark) put(mark);
        put(c);
      }
    put(mark);
  }
  constexpr script_writer& identifier(text_view text) {
    enclosed(text, '"');
    return *this;
  }
  constexpr script_writer& identifier(name text) {
    if (!text->is_plain) return identifier(text->view());
    const u64* const from = text->packed.words;
    const u32 bytes = text->size;
    if (bytes <= 6) {
      append_word('"' | (from[0] | u64('"') << 8 * bytes) << 8, bytes + 2);
    } else if (bytes <= 14) {
      append_word('"' | from[0] << 8, 8);
      append_word(from[0] >> 56 | from[1] << 8 | u64('"') << 8 * (bytes - 7), bytes - 6);
    } else {
      put('"');
      append(from, bytes);
      put('"');
    }
    return *this;
  }
  constexpr void string(text_view text) { enclosed(text, '\''); }

  constexpr void begin() { begun = size; }
  constexpr void end(statement_role role = statement_role::sql) {
    if (count < Statements) {
      statement_place& p = places[count];
      p.begin = begun;
      p.size = size - begun;
      p.operation = operation;
      p.role = role;
    }
    ++count;
  }
  /// A statement that is written by one call.
  template <class Write> constexpr void statement(Write&& write) {
    begin();
    write();
    end();
  }
  /// A place at which the runtime floor acts upon a table.
  constexpr void mark(statement_role role, name table) {
    begin();
    *this << table;
    end(role);
  }
};

/// Words without the room behind them.
template <u32 Count> struct script_words { u64 data[Count]; };
template <u32 Count, u32 Rest> struct roomy_words {
  script_words<Count> used;
  u64 rest[Rest];
};

/// Text without the room behind it, zeros to the end of its last word.
template <u32 Size> struct script_bytes {
  char data[(Size / 8 + 1) * 8];

  constexpr text_view view() const { return {data, Size}; }
};

/// What was written, `Size` bytes; cast at once, since to copy it would cost as much as to write it: first
/// the words without the room behind them, which is most of it, then their bytes.
template <u32 Size, class Writer> constexpr script_bytes<Size> cut(const Writer& out) {
  constexpr u32 count = Size / 8 + 1;
  return __builtin_bit_cast(
      script_bytes<Size>,
      __builtin_bit_cast(roomy_words<count, sizeof(out.words) / 8 - count>, out.words).used);
}

} // namespace schema
