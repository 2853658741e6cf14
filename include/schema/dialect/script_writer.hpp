// Floor 3. Collects the statements of a script as pieces of text that stand elsewhere, and joins them at the
// end: in a constant expression a piece costs as much as a character.
#pragma once

#include <schema/dialect/program.hpp>

namespace schema {

enum class piece_kind : u8 {
  constant, ///< of a literal, a name, an SQL text: it lives as long as the program
  marked,   ///< the same, between double quotes
  own,      ///< of the writer's own characters: names that are put together, numbers
  again     ///< of what was written before
};

struct text_piece {
  const char* text{};
  u32 begin{}; ///< own, again: where
  u32 size{};
  piece_kind kind{};
};

struct statement_place {
  u32 begin{}, size{}; ///< of the SQL, or of the table's name, in the text
  u16 operation{};
  statement_role role{};
};

/// How much room a script needs.
struct script_room {
  u32 pieces{}, characters{}, statements{};

  constexpr bool holds(const script_room& other) const {
    return other.pieces <= pieces && other.characters <= characters && other.statements <= statements;
  }
};

/// A part of what was written.
struct text_range {
  u32 begin{}, size{};
};

/// Past its room it only counts: then `needed` says how much it is.
template <u32 Pieces, u32 Characters, u32 Statements> struct script_writer {
  text_piece pieces[Pieces + 1]{};
  char characters[Characters + 1]{};
  statement_place places[Statements + 1]{};
  u32 piece_count{}, character_count{}, count{};
  u32 size{}; ///< of the text, bytes
  u32 begun{};
  u16 operation{}; ///< the operation that is being written, by its place in its migration

  static constexpr script_room room{Pieces, Characters, Statements};
  constexpr script_room needed() const { return {piece_count, character_count, count}; }

  constexpr void add(const char* text, u32 from, u32 length, piece_kind kind) {
    if (piece_count < Pieces) {
      text_piece& p = pieces[piece_count];
      p.text = text;
      p.begin = from;
      p.size = length;
      p.kind = kind;
    }
    ++piece_count;
    size += length;
  }

  template <std::size_t N> constexpr script_writer& operator<<(const char (&literal)[N]) {
    add(literal, 0, N - 1, piece_kind::constant);
    return *this;
  }
  /// Text that lives as long as the program.
  constexpr script_writer& operator<<(std::string_view text) {
    if (!text.empty()) add(text.data(), 0, u32(text.size()), piece_kind::constant);
    return *this;
  }
  constexpr script_writer& operator<<(name text) {
    add(text->data, 0, text->size, piece_kind::constant);
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
    copy({digits + first, 20 - first});
    return *this;
  }

  /// One character, which the writer keeps.
  constexpr void put(char c) {
    if (character_count < Characters) characters[character_count] = c;
    add(nullptr, character_count, 1, piece_kind::own);
    ++character_count;
  }
  /// Text that need not outlive the call.
  constexpr void copy(std::string_view text) {
    for (char c : text) {
      if (character_count < Characters) characters[character_count] = c;
      ++character_count;
    }
    add(nullptr, character_count - u32(text.size()), u32(text.size()), piece_kind::own);
  }
  /// What was written before, once more.
  constexpr void again(text_range range) { add(nullptr, range.begin, range.size, piece_kind::again); }

  /// Text between `mark`s, marks in it doubled (SQL standard, 5.2 <delimited identifier>).
  constexpr void enclosed(std::string_view text, char mark) {
    put(mark);
    std::size_t plain = 0;
    while (plain < text.size() && text[plain] != mark) ++plain;
    if (plain == text.size())
      copy(text);
    else
      for (char c : text) {
        if (c == mark) put(mark);
        put(c);
      }
    put(mark);
  }
  constexpr script_writer& identifier(std::string_view text) {
    enclosed(text, '"');
    return *this;
  }
  constexpr script_writer& identifier(name text) {
    if (!text->is_plain) return identifier(text->view());
    add(text->data, 0, text->size, piece_kind::marked);
    size += 2;
    return *this;
  }
  constexpr void string(std::string_view text) { enclosed(text, '\''); }

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

/// The pieces of a script, joined.
template <u32 Bytes> struct script_bytes {
  char data[Bytes + 1]{};
  u32 size{};

  constexpr void append(const char* from, u32 length) {
#ifdef __clang__
    __builtin_memcpy(data + size, from, length);
    size += length;
#else
    u32 i = 0, to = size;
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
    size = to;
#endif
  }

  template <class Writer> constexpr void join(const Writer& out) {
    for (u32 i = 0; i < out.piece_count; ++i) {
      const text_piece& p = out.pieces[i];
      switch (p.kind) {
      case piece_kind::constant: append(p.text, p.size); break;
      case piece_kind::marked:
        data[size++] = '"';
        append(p.text, p.size);
        data[size++] = '"';
        break;
      case piece_kind::own: append(out.characters + p.begin, p.size); break;
      case piece_kind::again: append(data + p.begin, p.size); break;
      }
    }
  }
  constexpr std::string_view view() const { return {data, size}; }
};

} // namespace schema
