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

/// Past its room it only counts: then `needed` says how much it is.
template <u32 Bytes, u32 Statements> struct script_writer {
  char data[Bytes + 2]{};
  statement_place places[Statements + 1]{};
  u32 size{}; ///< of the text, bytes
  u32 count{};
  u32 begun{};
  u16 operation{}; ///< the operation that is being written, by its place in its migration

  static constexpr script_room room{Bytes, Statements};
  constexpr script_room needed() const { return {size, count}; }

  constexpr void append(const char* from, u32 length) {
    u32 to = size;
    size += length;
    if (size > Bytes) return;
#ifdef __clang__
    __builtin_memcpy(data + to, from, length);
#else
    u32 i = 0;
    for (; i + 8 <= length; i += 8, to += 8) { // a turn of a loop costs more than the store in it
      data[to] = from[i];
      data[to + 1] = from[i + 1];
      data[to + 2] = from[i + 2];
      data[to + 3] = from[i + 3];
      data[to + 4] = from[i + 4];
      data[to + 5] = from[i + 5];
      data[to + 6] = from[i + 6];
      data[to + 7] = from[i + 7];
    }
    for (; i < length; ++i, ++to) data[to] = from[i];
#endif
  }

  template <std::size_t N> constexpr script_writer& operator<<(const char (&literal)[N]) {
    append(literal, N - 1);
    return *this;
  }
  constexpr script_writer& operator<<(text_view text) {
    append(text.data(), u32(text.size()));
    return *this;
  }
  constexpr script_writer& operator<<(name text) {
    append(text->data, text->size);
    return *this;
  }
  constexpr script_writer& operator<<(i64 value) {
    if (value < 0) *this << "-";
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

  constexpr void put(char c) {
    if (size < Bytes) data[size] = c;
    ++size;
  }
  /// What was written before, once more.
  constexpr void again(text_range range) { append(data + range.begin, range.size); }

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
    put('"');
    append(text->data, text->size);
    put('"');
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

/// Text without the room behind it.
template <u32 Size> struct script_bytes {
  char data[Size + 1];

  constexpr text_view view() const { return {data, Size}; }
};

template <u32 Size, u32 Rest> struct roomy_bytes {
  script_bytes<Size> used;
  char rest[Rest];
};

/// What was written, `Size` bytes; cut off at once, since to copy it would cost as much as to write it.
template <u32 Size, class Writer> constexpr script_bytes<Size> cut(const Writer& out) {
  return __builtin_bit_cast(roomy_bytes<Size, sizeof(out.data) - Size - 1>, out.data).used;
}

} // namespace schema
