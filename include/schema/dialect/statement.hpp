// Floor 3. Writes data statements: as they are written, but for what SQLite spells otherwise.
#pragma once

#include <schema/dialect/expression.hpp>
#include <schema/dialect/translation.hpp>

namespace schema {

namespace translating {

constexpr text_view between_dollars(text_view text) {
  std::size_t tag = 1;
  while (text[tag] != '$') ++tag;
  return text.substr(tag + 1, text.size() - 2 * (tag + 1));
}

} // namespace translating

/// Writes a data statement on one line, comments left out.
template <class R> constexpr void write_statement(R& r, const sql::statement& s) {
  u32 from = s.token_count ? s.tokens[0].begin : 0; // what stands as it was written, and is yet to be copied
  u32 behind = from;
  const auto copy = [&] {
    if (behind > from) r.out << text_view(s.text + from, behind - from);
  };
  u32 translated = r.is_sqlite ? next_to_translate(s, 0) : s.token_count;
  for (u32 i = 0; i < s.token_count;) {
    const sql::token& t = s.tokens[i];
    if (t.begin > behind && (t.begin > behind + 1 || s.text[behind] != ' ')) {
      copy();
      r.out << " ";
      from = t.begin;
    }
    if (i < translated) {
      behind = t.begin + t.size;
      ++i;
      continue;
    }
    const token_translation translation = translate_token(s, i);
    const u32 last = i + translation.tokens - 1;
    const bool stands = !translation.glob && !translation.dollars && translation.text.empty();
    if (!stands) {
      behind = t.begin;
      copy();
    }
    behind = s.tokens[last].begin + s.tokens[last].size;
    i = last + 1;
    translated = next_to_translate(s, i);
    if (stands) continue;
    if (translation.glob) {
      r.out << "GLOB ";
      write_glob(r.out, s.at(s.tokens[i]));
      behind = s.tokens[i].begin + s.tokens[i].size;
      ++i;
    } else if (translation.dollars) {
      r.out.string(translating::between_dollars(s.at(t)));
    } else {
      r.out << translation.text;
    }
    from = behind;
  }
  copy();
}

} // namespace schema
