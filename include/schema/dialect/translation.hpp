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
  bool refused{};   ///< SQLite has nothing of that meaning
};

namespace translating {

constexpr bool is_symbol(const sql::statement& s, u32 i, char symbol) {
  return i < s.token_count && s.tokens[i].symbol == symbol;
}

/// The type behind AS in a CAST: SQLite's CAST converts storage; a type with a domain of its own is refused.
constexpr token_translation cast_type(const sql::statement& s, u32 i) {
  const sql::cast_spelling* to = sql::find_cast_type(s.tokens[i].hash);
  if (!to) return {};
  const family target = family_of(to->type);
  if (target == family::text && to->type == sql::cast_type::text) return {.text = "text"};
  if (target == family::integer) return {.text = "integer"};
  if (target == family::floating) return {.text = "real"};
  return {.refused = true};
}

} // namespace translating

constexpr token_translation translate_token(const sql::statement& s, u32 i) {
  const sql::token& t = s.tokens[i];
  if (t.kind != sql::token_kind::word) return {};
  if (t.hash == "current_timestamp"_word) return {.text = sql::sqlite_now};
  if (t.hash == "like"_word) {
    const bool literal = i + 1 < s.token_count && s.tokens[i + 1].kind == sql::token_kind::string;
    return {.glob = literal, .refused = !literal};
  }
  if (i > 0 && s.tokens[i - 1].hash == "as"_word) return translating::cast_type(s, i);
  const bool is_call = translating::is_symbol(s, i + 1, '(');
  const bool is_member = i > 0 && translating::is_symbol(s, i - 1, '.');
  if (!is_call || is_member) return {};
  const sql::function* f = sql::find_function(t.hash);
  if (!f) return {};
  switch (f->form) {
  case sql::sqlite_form::text: return {.text = f->on_sqlite, .tokens = 3};
  case sql::sqlite_form::renamed: return {.text = f->on_sqlite};
  case sql::sqlite_form::same: return {};
  default: return {.refused = true};
  }
}

/// The next token, from `i` on, that may not stand on SQLite as it is written; all of them behind the last.
/// Nearly every token stands: to ask about each by a call would cost more than to parse it. What SQLite reads
/// otherwise the parser has refused already, names and calls apart.
constexpr u32 next_to_translate(const sql::statement& s, u32 i) {
  for (; i < s.token_count; ++i) {
    const sql::token& t = s.tokens[i];
    if (t.kind != sql::token_kind::word) continue;
    const sql::token& next = s.tokens[i + 1 < s.token_count ? i + 1 : i];
    if (next.symbol == '(' || (i > 0 && s.tokens[i - 1].hash == "as"_word) ||
        t.hash == "current_timestamp"_word || t.hash == "like"_word)
      break;
  }
  return i;
}

/// The first token of a data statement that SQLite can't be given, -1 for none.
constexpr i32 refused_token(const sql::statement& s) {
  for (u32 i = next_to_translate(s, 0); i < s.token_count; i = next_to_translate(s, i + 1))
    if (translate_token(s, i).refused) return i32(i);
  return -1;
}

} // namespace schema
