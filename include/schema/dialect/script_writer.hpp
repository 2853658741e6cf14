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
  u32 size{}; ///< of the text, bytes
  text_word words[Bytes / word_bytes + 3]{};
  statement_place places[Statements + 1]{};
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

  constexpr script_writer& operator<<(packed_word text) { // append_word, without the call
    const u32 at = size / word_bytes, shift = size % word_bytes * 8;
    size += text.size;
    if (size > Bytes) return *this;
    words[at] |= text.word << shift;
    if (shift + 8 * text.size > word_bits) words[at + 1] = text.word >> (word_bits - shift);
    return *this;
  }
  constexpr script_writer& operator<<(const packed_text& text) {
    append_word(text.words.data[0], word_bytes);
    append(text.words.data + 1, text.size - word_bytes);
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
    constexpr u64 longest = 10'000'000'000'000'000; // one more than what a word holds
    const bool is_long = value >= longest;
    if (is_long) *this << value / longest;
    if (is_long) value %= longest;
    text_word digits = 0;
    u32 length = 0;
    for (; length < word_bytes - 1 && (value >= 10 || is_long); ++length, value /= 10)
      digits = digits << 8 | ('0' + value % 10);
    append_word(digits << 8 | ('0' + value % 10), length + 1);
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
    if (!text->is_plain) {
      if (!text->is_pair() || mark != '"') return enclosed(text->view(), char(mark));
      enclosed(text->place(), '"');
      put('.');
      return enclosed(text->own(), '"');
    }
    const text_word* const from = text->packed.words;
    const u32 bytes = text->size;
    if (bytes <= word_bytes - 2) {
      append_word(mark | (from[0] | text_word(mark) << 8 * bytes) << 8, bytes + 2);
    } else if (bytes <= 2 * word_bytes - 2) {
      append_word(mark | from[0] << 8, word_bytes);
      append_word(from[0] >> (word_bits - 8) | from[1] << 8 | text_word(mark) << 8 * (bytes - word_bytes + 1),
                  bytes - word_bytes + 2);
    } else {
      put(char(mark));
      append(from, bytes);
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
  /// With what stands before and behind it: one store where they fit into a word.
  constexpr script_writer& identifier(packed_word before, name text) {
    const u32 bytes = before.size + text->size + 2;
    if (bytes <= word_bytes && text->is_plain)
      append_word(before.word | ('"' | (text->packed.words[0] | text_word('"') << 8 * text->size) << 8)
                                    << 8 * before.size,
                  bytes);
    else
      (*this << before).identifier(text);
    return *this;
  }
  constexpr script_writer& identifier(name text, packed_word behind) {
    const u32 bytes = text->size + 2;
    if (bytes + behind.size <= word_bytes && text->is_plain)
      append_word('"' | (text->packed.words[0] | ('"' | behind.word << 8) << 8 * text->size) << 8,
                  bytes + behind.size);
    else
      identifier(text) << behind;
    return *this;
  }
  /// A name without marks, a byte before it.
  constexpr void joined(u8 before, name text) {
    if (text->size < word_bytes && text->is_plain)
      return append_word(before | text->packed.words[0] << 8, text->size + 1);
    put(char(before));
    *this << text;
  }
  constexpr void string(text_view text) { enclosed(text, '\''); }
  constexpr void string(name text) { enclosed(text, '\''); }

  constexpr void begin() { begun = size; }
  constexpr void end(statement_role role = statement_role::sql) {
    if (count < Statements) places[count] = {begun, size - begun, operation, role};
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
