// Floor 3. Collects the statements of a script in one text.
#pragma once

#include <schema/dialect/program.hpp>
#include <schema/text/packed_text.hpp>

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

/// The text is kept in words: what g++ pays for is the store, not its size. Past its room it only counts:
/// then `needed` says how much it is.
template <u32 Bytes, u32 Statements> struct script_writer {
  text_word words[Bytes / word_bytes + 3]{};
  statement_place places[Statements + 1]{};
  u32 size{}; ///< of the text, bytes
  u32 count{};
  u32 begun{};
  u16 operation{}; ///< the operation that is being written, by its place in its migration

  static constexpr script_room room{Bytes, Statements};
  constexpr script_room needed() const { return {size, count}; }
  /// What was written, as long as the writer lives.
  constexpr constant_text text() const { return {words, 0, size}; }

  /// Up to a word; its bytes behind those are 0.
  constexpr void append_word(text_word word, u32 bytes) {
    const u32 at = size / word_bytes, shift = size % word_bytes * 8;
    size += bytes;
    if (size > Bytes) return;
    words[at] |= word << shift;
    if (shift + 8 * bytes > word_bits) words[at + 1] = word >> (word_bits - shift);
  }
  constexpr void append(const text_word* from, u32 bytes) {
    for (; bytes > word_bytes; ++from, bytes -= word_bytes) append_word(*from, word_bytes);
    append_word(*from, bytes);
  }
  constexpr void append(const char* from, u32 length) {
    for (; length > word_bytes; from += word_bytes, length -= word_bytes)
      append_word(pack_bytes(from, word_bytes), word_bytes);
    if (length) append_word(pack_bytes(from, length), length);
  }
  constexpr void append(const name_words& from, u32 bytes) {
    const u64* half = from.words;
    for (; bytes > word_bytes; half += 2, bytes -= word_bytes)
      append_word(half[0] | text_word(half[1]) << 64, word_bytes);
    append_word(half[0] | text_word(half[1]) << 64, bytes);
  }

  constexpr script_writer& operator<<(packed_word text) { // append_word, without the call
    const u32 at = size / word_bytes, shift = size % word_bytes * 8;
    size += text.size;
    if (size > Bytes) return *this;
    words[at] |= text.word << shift;
    if (shift + 8 * text.size > word_bits) words[at + 1] = text.word >> (word_bits - shift);
    return *this;
  }
  constexpr script_writer& operator<<(const packed_text& text) {
    append(text.words, text.size);
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
      append(text->packed, text->size);
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
    const u32 to_shift = size % word_bytes * 8, from_shift = range.begin % word_bytes * 8;
    const bool up = to_shift >= from_shift;
    const u32 shift = up ? to_shift - from_shift : word_bits - (from_shift - to_shift);
    u32 to = size / word_bytes, from = range.begin / word_bytes;
    size += range.size;
    const u32 last = size / word_bytes;
    text_word before = words[from] >> from_shift << from_shift; // what stands before the range stays behind
    if (up)
      words[to] |= before << shift;
    else
      words[to] |= before >> (word_bits - shift) | words[from + 1] << shift;
    if (!up) before = words[++from];
    while (to < last) {
      const text_word next = words[++from];
      words[++to] = shift ? before >> (word_bits - shift) | next << shift : next;
      before = next;
    }
    words[last] &= ~(~text_word(0) << size % word_bytes * 8);
  }

  /// Text between `mark`s, marks in it doubled (SQL standard, 5.2 <delimited identifier>).
  constexpr void enclosed(text_view text, char mark) {
    put(mark);
    const char* const data = text.data();
    const std::size_t length = text.size();
    std::size_t plain = 0;
    while (plain < length && data[plain] != mark) ++plain;
    if (plain == length)
      *this << text;
    else
      for (char c : text) {
        if (c == mark) put(mark);
        put(c);
      }
    put(mark);
  }
  constexpr void enclosed(name text, u8 mark) {
    if (!text->is_plain) return enclosed(text->view(), char(mark));
    const u64* const from = text->packed.words;
    const u32 bytes = text->size;
    const text_word begin = from[0] | text_word(from[1]) << 64;
    if (bytes <= word_bytes - 2) {
      append_word(mark | (begin | text_word(mark) << 8 * bytes) << 8, bytes + 2);
    } else if (bytes <= 2 * word_bytes - 2) {
      append_word(mark | begin << 8, word_bytes);
      append_word(begin >> (word_bits - 8) | text_word(from[2]) << 8 | text_word(from[3]) << 72 |
                      text_word(mark) << 8 * (bytes - word_bytes + 1),
                  bytes - word_bytes + 2);
    } else {
      put(char(mark));
      append(text->packed, bytes);
      put(char(mark));
    }
  }
  constexpr script_writer& identifier(text_view text) {
    enclosed(text, '"');
    return *this;
  }
  constexpr script_writer& identifier(name text) {
    enclosed(text, '"');
    return *this;
  }
  constexpr void string(text_view text) { enclosed(text, '\''); }
  constexpr void string(name text) { enclosed(text, '\''); }

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
template <u32 Count> struct script_words { text_word data[Count]; };
template <u32 Count, u32 Rest> struct roomy_words {
  script_words<Count> used;
  text_word rest[Rest];
};

/// What was written, `Size` bytes, without the room behind it; cast at once, since to copy it would cost as
/// much as to write it.
template <u32 Size, class Writer> constexpr auto cut(const Writer& out) {
  constexpr u32 count = Size / word_bytes + 1;
  return __builtin_bit_cast(roomy_words<count, sizeof(out.words) / word_bytes - count>, out.words).used;
}

} // namespace schema
