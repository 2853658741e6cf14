// Floor 1. Reads a data statement as far as its tokens and its tables go, and a script as far as its tokens.
#pragma once

#include <schema/sql/table_finder.hpp>

namespace schema::sql {

/// Parses on construction; afterwards it is the storage of the tokens. Every table needs a word or a comma
/// before it, so that half as many tables as tokens are enough.
template <u32 Capacity> struct statement_parser {
  token tokens[Capacity]{};
  table_reference tables[Capacity / 2]{};
  u16 token_count{};
  u16 table_count{};
  statement_kind kind{statement_kind::other};
  u64 hash{hash_seed};
  syntax_fault fault{};
  u16 fault_begin{};
  u16 fault_size{};
  u16 sent_size{};

  constexpr statement_parser() = default;
  constexpr explicit statement_parser(text_view sql) {
    if (sql.size() > longest_text) {
      fault = syntax_fault::too_long;
      return;
    }
    if (read_tokens(sql)) table_finder<statement_parser>{*this, sql.data()}.run();
  }

  /// The statement over `sql`, which is the text that was parsed; it points into this object.
  constexpr statement over(text_view sql) const {
    return {sql.data(), u32(sql.size()), tokens,      token_count, tables,   table_count, kind,
            hash,       fault,           fault_begin, fault_size,  sent_size};
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

  constexpr bool read_tokens(text_view sql) {
    token_reader reader{.text = sql.data(), .size = u32(sql.size())};
    const token& t = reader.now;
    bool is_over = false;
    for (;;) {
      const u32 behind = reader.position;
      reader.advance();
      const u32 nested = t.begin - behind < 8 ? 0 : lexing::nested_comment(sql.data(), behind, t.begin);
      if (nested != 0)
        return refuse(syntax_fault::not_supported,
                      {token_kind::bad, u16(nested - 1), u16(t.begin - nested + 1), 0});
      if (t.kind == token_kind::end) break;
      if (t.kind == token_kind::bad) return refuse(syntax_fault::bad_token, t);
      if (is_over) return refuse(syntax_fault::many_statements, t);
      if (reader.symbol ? bytes.is_foreign[u8(reader.symbol)]
                        : t.kind != token_kind::word && !is_shared(reader.text, t))
        return refuse(syntax_fault::not_supported, t);
      if (reader.symbol == ';') {
        is_over = true;
        continue;
      }
      if (token_count >= Capacity) return refuse(syntax_fault::too_long, t);
      hash = t.kind != token_kind::quoted_word // mix stands here in full: a call costs as much as its work
                 ? (hash ^ (t.hash + 0x9E3779B97F4A7C15ull + (hash << 6) + (hash >> 2))) * hash_prime
                 : hash_token(hash, sql, t);
      sent_size = u16(t.begin + t.size);
      tokens[token_count++] = t;
    }
    if (token_count > 0) return true;
    return refuse(syntax_fault::ended_early, {token_kind::end, u16(sql.size()), 0, 0});
  }
};

/// What a text of this size most likely needs; few sizes, so that few parsers are instantiated.
constexpr u32 likely_tokens(u32 size) {
  u32 tokens = 64;
  while (tokens < size / 4 + 8) tokens *= 4;
  return tokens;
}

/// A text has at most as many tokens as bytes.
constexpr u32 most_tokens(u32 size) {
  u32 tokens = 16;
  while (tokens < size && tokens < 65535) tokens *= 2;
  return tokens < 65535 ? tokens : 65535;
}

/// Parses at run time (fuzzers, tests); the statement points into `storage` and `sql`.
template <u32 Capacity>
constexpr statement parse_statement(text_view sql, statement_parser<Capacity>& storage) {
  storage = statement_parser<Capacity>(sql);
  return storage.over(sql);
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

namespace parsing {

template <fixed_string Sql>
inline constexpr statement_parser<likely_tokens(Sql.size)> likely_statement{Sql.view()};
template <fixed_string Sql>
inline constexpr statement_parser<most_tokens(Sql.size)> longest_statement{Sql.view()};

} // namespace parsing

/// The data statement in a literal, parsed once.
template <fixed_string Sql, bool Fits = (parsing::likely_statement<Sql>.fault != syntax_fault::too_long)>
inline constexpr statement statement_of = parsing::likely_statement<Sql>.over({Sql.data, Sql.size});
template <fixed_string Sql>
inline constexpr statement statement_of<Sql, false> = parsing::longest_statement<Sql>.over({Sql.data,
                                                                                            Sql.size});

/// The script in a literal.
template <fixed_string Sql> inline constexpr script script_of = parse_script(Sql.view());

} // namespace schema::sql
