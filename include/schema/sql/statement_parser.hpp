// Floor 1. Reads a data statement as far as its tokens and its tables go, and a script as far as its tokens.
#pragma once

#include <schema/sql/table_finder.hpp>

namespace schema::sql {

/// Parses on construction; it is the statement then, and the storage of its tokens. Every table needs a word
/// or a comma before it, so that half as many tables as tokens are enough.
template <u32 Capacity> struct statement_parser : statement {
  token list[Capacity]{};
  table_reference named[Capacity / 2]{};

  constexpr statement_parser() = default;
  /// Reads `sql`, which outlives it.
  constexpr statement_parser(const char* sql, u32 length)
      : statement{.text = sql,
                  .size = length,
                  .tokens = list,
                  .tables = named,
                  .kind = statement_kind::other,
                  .hash = hash_seed} {
    if (length > longest_text)
      fault = syntax_fault::too_long;
    else if (read_tokens())
      table_finder<statement_parser>{*this}.run();
  }

  /// Notes the first fault. Returns false.
  constexpr bool refuse(syntax_fault why, const token& t) {
    if (fault == syntax_fault::none) {
      fault = why;
      fault_begin = t.begin;
      fault_size = t.size;
    }
    return false;
  }

private:
  /// Whether both backends read alike what is neither a word nor a symbol of one byte.
  static constexpr bool is_shared(const char* text, const token& t) {
    const char a = text[t.begin];
    const char b = t.size > 1 ? text[t.begin + 1] : '\0';
    switch (t.kind) {
    case token_kind::string: return a == '\'';
    case token_kind::dollar_text: return false;
    case token_kind::number: return b != 'x' && b != 'X';
    case token_kind::symbol: return a != '=' && (a == '!' || !bytes.is_foreign[u8(a)]);
    default: return true;
    }
  }

  /// What is read stays in variables until the end: g++ pays for a store to a member four times as much.
  constexpr bool read_tokens() {
    bool is_over = false;
    u32 count = 0, position = 0;
    u64 sum = hash_seed;
    for (;; ++count) {
      if (count >= Capacity) return refuse(syntax_fault::too_long, list[Capacity - 1]);
      token& t = list[count];
      read_token(text, size, position, t);
      if (t.begin - position >= 8)
        if (const u32 nested = lexing::nested_comment(text, position, t.begin); nested != 0)
          return refuse(syntax_fault::not_supported,
                        {token_kind::bad, u16(nested - 1), u16(t.begin - nested + 1), 0, '\0'});
      position = t.begin + t.size;
      if (t.kind == token_kind::word &&
          !is_over) { // mix stands here in full: a call costs as much as its work
        sum = (sum ^ (t.hash + 0x9E3779B97F4A7C15ull + (sum << 6) + (sum >> 2))) * hash_prime;
        continue;
      }
      if (t.kind == token_kind::end) break;
      if (t.kind == token_kind::bad) return refuse(syntax_fault::bad_token, t);
      if (is_over) return refuse(syntax_fault::many_statements, t);
      if (t.symbol ? bytes.is_foreign[u8(t.symbol)] : !is_shared(text, t))
        return refuse(syntax_fault::not_supported, t);
      if (t.symbol == ';') {
        is_over = true;
        --count;
        continue;
      }
      sum = hash_token(sum, view(), t);
    }
    hash = sum;
    token_count = u16(count);
    sent_size = count > 0 ? u16(list[count - 1].begin + list[count - 1].size) : u16(0);
    if (count > 0) return true;
    return refuse(syntax_fault::ended_early, {token_kind::end, u16(size), 0, 0, '\0'});
  }
};

/// A text has at most as many tokens as bytes, and its end. Few sizes, so that few parsers are instantiated.
constexpr u32 most_tokens(u32 size) {
  u32 tokens = 256;
  while (tokens <= size && tokens < 16384) tokens *= 4;
  return tokens <= size ? longest_text + 1 : tokens;
}

/// Parses at run time (fuzzers, tests); the statement points into `storage` and `sql`.
template <u32 Capacity>
constexpr statement parse_statement(text_view sql, statement_parser<Capacity>& storage) {
  storage = sql.size() <= longest_text ? statement_parser<Capacity>(sql.data(), u32(sql.size()))
                                       : statement_parser<Capacity>(sql.data(), longest_text + 1);
  storage.tokens = storage.list;
  storage.tables = storage.named;
  return storage;
}

/// Hashes the tokens of a script and looks for bad ones; what they mean is the backend's affair.
constexpr script parse_script(text_view sql) {
  script result{.text = sql.data(), .size = u32(sql.size()), .hash = hash_seed};
  if (sql.size() > longest_text) {
    result.fault = syntax_fault::too_long;
    return result;
  }
  u32 position = 0;
  u32 count = 0;
  for (;; ++count) {
    const token t = next_token(sql, position);
    if (t.kind == token_kind::end) break;
    if (t.kind == token_kind::bad) {
      result.fault = syntax_fault::bad_token;
      result.fault_begin = t.begin;
      result.fault_size = t.size;
      return result;
    }
    result.hash = hash_token(result.hash, sql, t);
  }
  if (count == 0) result.fault = syntax_fault::ended_early;
  return result;
}

/// The data statement in a literal, parsed once.
template <fixed_string Sql>
inline constexpr statement_parser<most_tokens(Sql.size)> statement_of{Sql.data, Sql.size};

/// The script in a literal.
template <fixed_string Sql> inline constexpr script script_of = parse_script(Sql.view());

} // namespace schema::sql
