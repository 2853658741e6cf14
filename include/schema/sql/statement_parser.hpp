// Floor 1. Reads a data statement as far as its tokens and its tables go, and a script as far as its tokens.
#pragma once

#include <schema/sql/keywords.hpp>
#include <schema/sql/lexer.hpp>
#include <schema/sql/statement.hpp>

namespace schema::sql {

/// How deep parentheses may nest in a statement, and how many WITH names it may have.
inline constexpr u32 most_levels = 64;
inline constexpr u32 most_with_names = 16;

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
  constexpr explicit statement_parser(std::string_view sql) : text_(sql.data()) {
    if (sql.size() > longest_text) {
      fault = syntax_fault::too_long;
      return;
    }
    if (!read_tokens(sql)) return;
    read_tables();
  }

  /// The statement over `sql`, which is the text that was parsed; it points into this object.
  constexpr statement over(std::string_view sql) const {
    return {sql.data(), u32(sql.size()), tokens,      token_count, tables,   table_count, kind,
            hash,       fault,           fault_begin, fault_size,  sent_size};
  }

private:
  /// What is known about one depth of parentheses.
  struct level {
    bool in_from{};      ///< a comma is followed by another table
    bool ignores_from{}; ///< EXTRACT(year FROM a)
    bool in_with{};      ///< a name and its body are next
    bool is_recursive{};
    bool in_body{};
    u64 with_name{};
  };

  const char* text_{};
  level levels_[most_levels]{};
  u32 depth_{};
  u64 with_names_[most_with_names]{};
  u32 with_count_{};

  constexpr bool refuse(syntax_fault why, const token& t) {
    if (fault == syntax_fault::none) {
      fault = why;
      fault_begin = t.begin;
      fault_size = t.size;
    }
    return false;
  }

  /// Whether both backends read this token alike.
  constexpr bool is_shared(const token& t) const {
    const char a = text_[t.begin];
    const char b = t.size > 1 ? text_[t.begin + 1] : '\0';
    switch (t.kind) {
    case token_kind::string: return a == '\'';
    case token_kind::dollar_text: return false;
    case token_kind::number: return b != 'x' && b != 'X';
    case token_kind::symbol:
      for (char c : {'[', ']', '{', '}', '#', '^', '@', '?', ':', '$'})
        if (a == c) return false;
      return !(a == '=' && b != '\0') && !(a == '!' && b == '\0');
    default: return true;
    }
  }

  constexpr bool read_tokens(std::string_view sql) {
    u32 position = 0;
    bool is_over = false;
    for (;;) {
      const token t = next_token(sql, position);
      if (t.kind == token_kind::end) break;
      if (t.kind == token_kind::bad) return refuse(syntax_fault::bad_token, t);
      if (is_over) return refuse(syntax_fault::many_statements, t);
      if (!is_shared(t)) return refuse(syntax_fault::not_supported, t);
      if (t.kind == token_kind::symbol && text_[t.begin] == ';') {
        is_over = true;
        continue;
      }
      if (token_count >= Capacity) return refuse(syntax_fault::too_long, t);
      hash = hash_token(hash, sql, t);
      sent_size = u16(t.begin + t.size);
      tokens[token_count++] = t;
    }
    if (token_count > 0) return true;
    return refuse(syntax_fault::ended_early, {token_kind::end, u16(sql.size()), 0, 0});
  }

  constexpr keyword word_at(u32 i) const {
    return i < token_count && tokens[i].kind == token_kind::word ? find_keyword(tokens[i].hash).word
                                                                 : keyword::none;
  }
  constexpr bool is_word(u32 i, u64 word) const {
    return i < token_count && tokens[i].kind == token_kind::word && tokens[i].hash == word;
  }
  constexpr bool is_symbol(u32 i, char symbol) const {
    return i < token_count && tokens[i].kind == token_kind::symbol && tokens[i].size == 1 &&
           text_[tokens[i].begin] == symbol;
  }

  constexpr bool read_tables() {
    const keyword first = word_at(0);
    if (first == keyword::insert)
      kind = statement_kind::insert;
    else if (first == keyword::update)
      kind = statement_kind::update;
    else if (first == keyword::delete_rows)
      kind = statement_kind::delete_rows;
    else if (first != keyword::with)
      return refuse(syntax_fault::unexpected, tokens[0]);

    for (u32 i = 0; i < token_count; ++i) {
      const token& t = tokens[i];
      bool is_read = true;
      if (t.kind == token_kind::symbol && t.size == 1)
        is_read = read_symbol(i);
      else if (t.kind == token_kind::word)
        is_read = read_word(i);
      if (!is_read) return false;
    }
    const token end{token_kind::end, sent_size, 0, 0};
    if (depth_ > 0) return refuse(syntax_fault::unbalanced, end);
    if (kind == statement_kind::other) return refuse(syntax_fault::unexpected, tokens[0]);
    if (table_count == 0) return refuse(syntax_fault::ended_early, end);
    return true;
  }

  constexpr bool read_symbol(u32& i) {
    switch (text_[tokens[i].begin]) {
    case '(': {
      if (depth_ + 1 >= most_levels) return refuse(syntax_fault::too_deep, tokens[i]);
      level& outer = levels_[depth_];
      if (outer.in_with && i > 0 && (is_word(i - 1, "as"_word) || is_word(i - 1, "materialized"_word)))
        outer.in_body = true;
      const bool ignores = i > 0 && (is_word(i - 1, "extract"_word) || is_word(i - 1, "substring"_word) ||
                                     is_word(i - 1, "trim"_word) || is_word(i - 1, "overlay"_word));
      levels_[++depth_] = {.ignores_from = ignores};
      return true;
    }
    case ')': {
      if (depth_ == 0) return refuse(syntax_fault::unbalanced, tokens[i]);
      level& outer = levels_[--depth_];
      if (outer.in_body) {
        outer.in_body = false;
        return outer.is_recursive || add_with_name(outer.with_name, tokens[i]);
      }
      return true;
    }
    case ',':
      if (levels_[depth_].in_with) return read_with_name(i);
      if (levels_[depth_].in_from) return read_table(i, false);
      return true;
    default: return true;
    }
  }

  constexpr bool read_word(u32& i) {
    level& here = levels_[depth_];
    const keyword word = word_at(i);
    const keyword before = i > 0 ? word_at(i - 1) : keyword::none;
    switch (word) {
    case keyword::with:
      if (i > 0 && !is_symbol(i - 1, '(') && !is_symbol(i - 1, ')') &&
          tokens[i - 1].kind == token_kind::word &&
          (is_word(i - 1, "time"_word) || is_word(i - 1, "timestamp"_word)))
        return true;
      here.in_with = true;
      here.is_recursive = is_word(i + 1, "recursive"_word);
      if (here.is_recursive) ++i;
      return read_with_name(i);
    case keyword::insert:
      here.in_with = false;
      if (depth_ == 0) kind = statement_kind::insert;
      return word_at(i + 1) == keyword::into ? read_table(++i, true) : refuse_next(i);
    case keyword::update:
      if (is_word(i ? i - 1 : 0, "do"_word) || is_word(i ? i - 1 : 0, "for"_word)) return true;
      here.in_with = false;
      if (depth_ == 0) kind = statement_kind::update;
      return read_table(i, true);
    case keyword::delete_rows:
      here.in_with = false;
      if (depth_ == 0) kind = statement_kind::delete_rows;
      if (word_at(i + 1) != keyword::from) return refuse_next(i);
      here.in_from = true;
      return read_table(++i, true);
    case keyword::from:
      if (here.ignores_from || before == keyword::distinct) return true;
      here.in_from = true;
      return read_table(i, false);
    case keyword::join: return read_table(i, false);
    case keyword::using_tables:
      if (kind != statement_kind::delete_rows || depth_ > 0 || is_symbol(i + 1, '(')) return true;
      here.in_from = true;
      return read_table(i, false);
    case keyword::select:
      here.in_with = false;
      here.in_from = false;
      return true;
    case keyword::none: return true;
    default: break;
    }
    if (ends_from(tokens[i].hash)) here.in_from = false;
    return true;
  }

  static constexpr bool ends_from(u64 word) {
    for (u64 one : {"where"_word, "set"_word, "group"_word, "order"_word, "having"_word, "limit"_word,
                    "offset"_word, "returning"_word, "union"_word, "intersect"_word, "except"_word,
                    "window"_word, "values"_word, "fetch"_word, "for"_word})
      if (one == word) return true;
    return false;
  }

  constexpr bool refuse_next(u32 i) {
    const bool is_known =
        is_word(i + 1, "or"_word) || is_word(i + 1, "only"_word) || is_word(i + 1, "lateral"_word);
    if (i + 1 < token_count)
      return refuse(is_known ? syntax_fault::not_supported : syntax_fault::unexpected, tokens[i + 1]);
    return refuse(syntax_fault::ended_early, {token_kind::end, sent_size, 0, 0});
  }

  constexpr bool add_with_name(u64 name_hash, const token& t) {
    if (with_count_ >= most_with_names) return refuse(syntax_fault::too_long, t);
    with_names_[with_count_++] = name_hash;
    return true;
  }

  /// The name behind WITH or a comma; unless it is recursive it is known only behind its body.
  constexpr bool read_with_name(u32& i) {
    if (!is_name(i + 1)) return refuse_next(i);
    const token& t = tokens[++i];
    levels_[depth_].with_name = t.hash;
    return !levels_[depth_].is_recursive || add_with_name(t.hash, t);
  }

  constexpr bool is_name(u32 i) const {
    if (i >= token_count) return false;
    if (tokens[i].kind == token_kind::quoted_word) return true;
    return tokens[i].kind == token_kind::word && find_keyword(tokens[i].hash).reserved == reserved_by::nobody;
  }

  /// The table behind token `i`, which moves to it; a sub-select there is read by the loop that called.
  constexpr bool read_table(u32& i, bool changed) {
    if (!changed && is_symbol(i + 1, '(')) {
      const keyword inside = word_at(i + 2);
      if (inside == keyword::select || inside == keyword::with || is_word(i + 2, "values"_word)) return true;
      ++i;
      if (!read_symbol(i)) return false;
      levels_[depth_].in_from = true;
      return read_table(i, false);
    }
    if (!is_name(i + 1)) {
      const keyword_entry& entry = find_keyword(i + 1 < token_count ? tokens[i + 1].hash : 0);
      if (word_at(i + 1) == keyword::other && entry.reserved != reserved_by::nobody &&
          !is_word(i + 1, "only"_word) && !is_word(i + 1, "lateral"_word))
        return refuse(syntax_fault::reserved_word, tokens[i + 1]);
      return refuse_next(i);
    }
    const token& t = tokens[++i];
    if (is_symbol(i + 1, '.')) return refuse(syntax_fault::not_supported, t);
    if (!changed) {
      if (is_symbol(i + 1, '(')) return true; // a function that gives rows
      for (u32 k = 0; k < with_count_; ++k)
        if (with_names_[k] == t.hash) return true;
    }
    tables[table_count++] = {u16(i), changed};
    return true;
  }
};

/// What a text of this size most likely needs; few sizes, so that few parsers are instantiated.
constexpr u32 likely_tokens(u32 size) {
  u32 tokens = 16;
  while (tokens < size / 4 + 8) tokens *= 2;
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
constexpr statement parse_statement(std::string_view sql, statement_parser<Capacity>& storage) {
  storage = statement_parser<Capacity>(sql);
  return storage.over(sql);
}

/// Hashes the tokens of a script and looks for bad ones; what they mean is the backend's affair.
constexpr script parse_script(std::string_view sql) {
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

template <fixed_string Sql> constexpr statement statement_from() {
  if constexpr (likely_statement<Sql>.fault == syntax_fault::too_long &&
                likely_tokens(Sql.size) < most_tokens(Sql.size))
    return longest_statement<Sql>.over(Sql.view());
  else
    return likely_statement<Sql>.over(Sql.view());
}

} // namespace parsing

/// The data statement in a literal, parsed once.
template <fixed_string Sql> inline constexpr statement statement_of = parsing::statement_from<Sql>();

/// The script in a literal.
template <fixed_string Sql> inline constexpr script script_of = parse_script(Sql.view());

} // namespace schema::sql
