// Floor 3. Writes data statements and queries: as they are written, but for what a database spells otherwise
// and for names that have changed since.
#pragma once

#include <schema/dialect/expression.hpp>
#include <schema/dialect/translation.hpp>

namespace schema {

/// A data statement is sent at its instant: no name in it has changed.
struct written_names {
  const sql::statement& s;

  /// The next token, from `i` on, that is to be called otherwise; all of them behind the last.
  constexpr u32 next(u32) const { return s.token_count; }
  constexpr u32 tokens_at(u32) const { return 1; }
  /// Writes what token `i` is called now.
  template <class R> constexpr void write(R&, u32) const {}
};

/// Writes a statement on one line, comments left out.
template <class R, class Names>
constexpr void write_statement(R& r, const sql::statement& s, const Names& names) {
  u32 from = s.token_count ? s.tokens[0].begin : 0; // what stands as it was written, and is yet to be copied
  u32 behind = from;
  const auto copy = [&] {
    if (behind > from) r.out << text_view(s.text + from, behind - from);
  };
  u32 translated = r.is_sqlite ? next_to_translate(s, 0) : s.is_tidy ? s.token_count : next_json(s, 0);
  u32 renamed = names.next(0);
  for (u32 i = 0; i < s.token_count;) {
    if (const u32 stop = translated < renamed ? translated : renamed; s.is_tidy && i < stop) {
      behind = s.tokens[stop - 1].begin + s.tokens[stop - 1].size;
      i = stop;
      continue;
    }
    const sql::token& t = s.tokens[i];
    if (t.begin > behind && (t.begin > behind + 1 || s.text[behind] != ' ')) {
      copy();
      r.out << " ";
      from = t.begin;
    }
    if (i == renamed) {
      behind = t.begin;
      copy();
      names.write(r, i);
      i += names.tokens_at(i);
      from = behind = s.tokens[i - 1].begin + s.tokens[i - 1].size;
      renamed = names.next(i);
      continue;
    }
    if (i < translated) {
      behind = t.begin + t.size;
      ++i;
      continue;
    }
    const token_translation translation =
        r.is_sqlite ? translate_token(s, i) : token_translation{.text = "jsonb"};
    const u32 last = i + translation.tokens - 1;
    const bool stands = !translation.glob && translation.text.empty();
    if (!stands) {
      behind = t.begin;
      copy();
    }
    behind = s.tokens[last].begin + s.tokens[last].size;
    i = last + 1;
    translated = r.is_sqlite ? next_to_translate(s, i) : next_json(s, i);
    if (stands) continue;
    if (translation.glob) {
      r.out << "GLOB ";
      write_glob(r.out, s.at(s.tokens[i]));
      behind = s.tokens[i].begin + s.tokens[i].size;
      ++i;
    } else {
      r.out << translation.text;
    }
    from = behind;
  }
  copy();
}
template <class R> constexpr void write_statement(R& r, const sql::statement& s) {
  write_statement(r, s, written_names{s});
}

} // namespace schema
