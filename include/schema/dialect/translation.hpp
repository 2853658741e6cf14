// Floor 3. What SQLite spells otherwise in a data statement, token by token.
#pragma once

#include <schema/dialect/family.hpp>
#include <schema/sql/statement.hpp>

namespace schema {

/// What one token of a data statement becomes on SQLite.
struct token_translation {
  text_view text{}; ///< instead of the token; empty: as it stands
  u16 tokens{1};    ///< how many tokens it stands for
  bool glob{};      ///< LIKE with a literal behind it
};

namespace translating {

constexpr bool is_symbol(const sql::statement& s, u32 i, char symbol) {
  return i < s.token_count && s.tokens[i].symbol == symbol;
}

/// What SQLite's CAST, which converts storage, calls a type; empty for one with a domain of its own.
constexpr text_view storage_word(const sql::cast_spelling& to) {
  const family target = family_of(to.type);
  if (to.type == sql::cast_type::text) return "text";
  return target == family::integer ? "integer" : target == family::floating ? "real" : text_view();
}

} // namespace translating

/// Of a statement that is not refused (find_refusal).
constexpr token_translation translate_token(const sql::statement& s, u32 i) {
  const sql::token& t = s.tokens[i];
  if (t.kind != sql::token_kind::word) return {};
  if (t.hash == sql::word_current_timestamp) return {.text = sql::sqlite_now};
  if (t.hash == sql::word_like) return {.glob = true};
  if (i > 0 && s.tokens[i - 1].hash == sql::word_as) {
    const sql::cast_spelling* to = sql::find_cast_type(t.hash);
    return {.text = to ? translating::storage_word(*to) : text_view()};
  }
  const bool is_call = translating::is_symbol(s, i + 1, '(');
  const bool is_member = i > 0 && translating::is_symbol(s, i - 1, '.');
  if (!is_call || is_member) return {};
  const sql::function* f = sql::find_function(t.hash);
  if (f && f->form == sql::sqlite_form::text) return {.text = f->on_sqlite, .tokens = 3};
  return {.text = f && f->form == sql::sqlite_form::renamed ? text_view(f->on_sqlite) : text_view()};
}

/// The next token, from `i` on, that PostgreSQL must not read as it is written: what is cast to json is of
/// the type that a json column has, jsonb, which is compared and indexed.
constexpr u32 next_json(const sql::statement& s, u32 i) {
  for (; i < s.token_count; ++i)
    for (u16 n = 0; s.tokens[i].hash == sql::word_json && n < s.tree->node_count; ++n)
      if (const sql::node& of = s.tree->nodes[n];
          of.kind == sql::node_kind::cast && of.begin == s.tokens[i].begin)
        return i;
  return i;
}

/// The next token, from `i` on, that may not stand on SQLite as it is written; all of them behind the last.
/// Nearly every token stands: to ask about each by a call would cost more than to parse it. What SQLite reads
/// otherwise the parser has refused already, names and calls apart.
constexpr u32 next_to_translate(const sql::statement& s, u32 i) {
  for (; i < s.token_count; ++i) {
    const sql::token& t = s.tokens[i];
    if (t.kind != sql::token_kind::word) continue;
    const sql::token& next = s.tokens[i + 1 < s.token_count ? i + 1 : i];
    if (next.symbol == '(' || (i > 0 && s.tokens[i - 1].hash == sql::word_as) ||
        t.hash == sql::word_current_timestamp || t.hash == sql::word_like)
      break;
  }
  return i;
}

} // namespace schema
