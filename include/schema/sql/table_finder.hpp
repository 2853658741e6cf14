// Floor 1. Finds the tables that a data statement names, over its tokens.
#pragma once

#include <schema/sql/keywords.hpp>
#include <schema/sql/lexer.hpp>
#include <schema/sql/statement.hpp>

namespace schema::sql {

/// How deep parentheses may nest in a statement, and how many WITH names it may have.
inline constexpr u32 most_levels = 64;
inline constexpr u32 most_with_names = 16;

/// Walks over the tokens of `Storage` once and writes its kind, tables and fault.
template <class Storage> class table_finder {
public:
  constexpr explicit table_finder(Storage& out) : out_(out) {}

  /// Finds the kind and the tables. Returns whether there was no fault.
  constexpr bool run() {
    const keyword first = word_at(0);
    if (first == keyword::insert)
      out_.kind = statement_kind::insert;
    else if (first == keyword::update)
      out_.kind = statement_kind::update;
    else if (first == keyword::delete_rows)
      out_.kind = statement_kind::delete_rows;
    else if (first != keyword::with)
      return out_.refuse(syntax_fault::unexpected, out_.list[0]);

    for (u32 i = 0; i < out_.token_count; ++i) {
      const token& t = out_.list[i];
      if (t.kind == token_kind::word) {
        // find_keyword's first look stands here: nearly every word ends at it.
        const keyword_entry& entry = words::table.entries[u32(t.hash >> 20) & words::keyword_table::mask];
        if (entry.hash == 0) continue;
        if (const keyword word = entry.hash == t.hash ? entry.word : word_at(i);
            word != keyword::none && word != keyword::other && !read_word(i, word))
          return false;
      } else if ((t.symbol == '(' || t.symbol == ')' || t.symbol == ',') && !read_symbol(i, t.symbol)) {
        return false;
      }
    }
    const token end{token_kind::end, out_.sent_size, 0, 0, '\0'};
    if (depth_ > 0) return out_.refuse(syntax_fault::unbalanced, end);
    if (out_.kind == statement_kind::other) return out_.refuse(syntax_fault::unexpected, out_.list[0]);
    if (out_.table_count == 0) return out_.refuse(syntax_fault::ended_early, end);
    return true;
  }

private:
  /// What is known about one depth of parentheses.
  struct level {
    bool in_from;      ///< a comma is followed by another table
    bool ignores_from; ///< EXTRACT(year FROM a)
    bool in_with;      ///< a name and its body are next
    bool is_recursive;
    bool in_body;
    u64 with_name;
  };

  Storage& out_;
  level levels_[most_levels]{};
  u32 depth_{};
  u64 with_names_[most_with_names]{};
  u32 with_count_{};

  constexpr keyword word_at(u32 i) const {
    return i < out_.token_count && out_.list[i].kind == token_kind::word
               ? find_keyword(out_.list[i].hash).word
               : keyword::none;
  }
  constexpr bool is_word(u32 i, u64 word) const {
    return i < out_.token_count && out_.list[i].kind == token_kind::word && out_.list[i].hash == word;
  }
  constexpr bool is_symbol(u32 i, char symbol) const {
    return i < out_.token_count && out_.list[i].symbol == symbol;
  }

  constexpr bool read_symbol(u32& i, char symbol) {
    switch (symbol) {
    case '(': {
      if (depth_ + 1 >= most_levels) return out_.refuse(syntax_fault::too_deep, out_.list[i]);
      level& outer = levels_[depth_];
      if (outer.in_with && i > 0 && (is_word(i - 1, "as"_word) || is_word(i - 1, "materialized"_word)))
        outer.in_body = true;
      const bool ignores = i > 0 && (is_word(i - 1, "extract"_word) || is_word(i - 1, "substring"_word) ||
                                     is_word(i - 1, "trim"_word) || is_word(i - 1, "overlay"_word));
      levels_[++depth_] = level{false, ignores, false, false, false, 0};
      return true;
    }
    case ')': {
      if (depth_ == 0) return out_.refuse(syntax_fault::unbalanced, out_.list[i]);
      level& outer = levels_[--depth_];
      if (outer.in_body) {
        outer.in_body = false;
        return outer.is_recursive || add_with_name(outer.with_name, out_.list[i]);
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

  constexpr bool read_word(u32& i, keyword word) {
    level& here = levels_[depth_];
    switch (word) {
    case keyword::with:
      if (i > 0 && !is_symbol(i - 1, '(') && !is_symbol(i - 1, ')') &&
          out_.list[i - 1].kind == token_kind::word &&
          (is_word(i - 1, "time"_word) || is_word(i - 1, "timestamp"_word)))
        return true;
      here.in_with = true;
      here.is_recursive = is_word(i + 1, "recursive"_word);
      if (here.is_recursive) ++i;
      return read_with_name(i);
    case keyword::insert:
      here.in_with = false;
      if (depth_ == 0) out_.kind = statement_kind::insert;
      return word_at(i + 1) == keyword::into ? read_table(++i, true) : refuse_next(i);
    case keyword::update:
      if (is_word(i ? i - 1 : 0, "do"_word) || is_word(i ? i - 1 : 0, "for"_word)) return true;
      here.in_with = false;
      if (depth_ == 0) out_.kind = statement_kind::update;
      return read_table(i, true);
    case keyword::delete_rows:
      here.in_with = false;
      if (depth_ == 0) out_.kind = statement_kind::delete_rows;
      if (word_at(i + 1) != keyword::from) return refuse_next(i);
      here.in_from = true;
      return read_table(++i, true);
    case keyword::from:
      if (here.ignores_from || (i > 0 && word_at(i - 1) == keyword::distinct)) return true;
      here.in_from = true;
      return read_table(i, false);
    case keyword::join: return read_table(i, false);
    case keyword::using_tables:
      if (out_.kind != statement_kind::delete_rows || depth_ > 0 || is_symbol(i + 1, '(')) return true;
      here.in_from = true;
      return read_table(i, false);
    case keyword::select:
      here.in_with = false;
      here.in_from = false;
      return true;
    case keyword::where:
    case keyword::set:
    case keyword::clause: here.in_from = false; return true;
    default: return true;
    }
  }

  constexpr bool refuse_next(u32 i) {
    const bool is_known =
        is_word(i + 1, "or"_word) || is_word(i + 1, "only"_word) || is_word(i + 1, "lateral"_word);
    if (i + 1 < out_.token_count)
      return out_.refuse(is_known ? syntax_fault::not_supported : syntax_fault::unexpected, out_.list[i + 1]);
    return out_.refuse(syntax_fault::ended_early, {token_kind::end, out_.sent_size, 0, 0, '\0'});
  }

  constexpr bool add_with_name(u64 name_hash, const token& t) {
    if (with_count_ >= most_with_names) return out_.refuse(syntax_fault::too_long, t);
    with_names_[with_count_++] = name_hash;
    return true;
  }

  /// The name behind WITH or a comma; unless it is recursive it is known only behind its body.
  constexpr bool read_with_name(u32& i) {
    if (!is_name(i + 1)) return refuse_next(i);
    const token& t = out_.list[++i];
    levels_[depth_].with_name = t.hash;
    return !levels_[depth_].is_recursive || add_with_name(t.hash, t);
  }

  constexpr bool is_name(u32 i) const {
    if (i >= out_.token_count) return false;
    if (out_.list[i].kind == token_kind::quoted_word) return true;
    return out_.list[i].kind == token_kind::word &&
           find_keyword(out_.list[i].hash).reserved == reserved_by::nobody;
  }

  /// The table behind token `i`, which moves to it; a sub-select there is read by the loop that called.
  constexpr bool read_table(u32& i, bool changed) {
    if (!changed && is_symbol(i + 1, '(')) {
      const keyword inside = word_at(i + 2);
      if (inside == keyword::select || inside == keyword::with || is_word(i + 2, "values"_word)) return true;
      ++i;
      if (!read_symbol(i, '(')) return false;
      levels_[depth_].in_from = true;
      return read_table(i, false);
    }
    if (!is_name(i + 1)) {
      const keyword_entry& entry = find_keyword(i + 1 < out_.token_count ? out_.list[i + 1].hash : 0);
      if ((entry.word == keyword::other || entry.word == keyword::clause) &&
          entry.reserved != reserved_by::nobody && !is_word(i + 1, "only"_word) &&
          !is_word(i + 1, "lateral"_word))
        return out_.refuse(syntax_fault::reserved_word, out_.list[i + 1]);
      return refuse_next(i);
    }
    const token& t = out_.list[++i];
    if (is_symbol(i + 1, '.')) return out_.refuse(syntax_fault::not_supported, t);
    if (!changed) {
      if (is_symbol(i + 1, '(')) return true; // a function that gives rows
      for (u32 k = 0; k < with_count_; ++k)
        if (with_names_[k] == t.hash) return true;
    }
    out_.named[out_.table_count++] = {u16(i), changed};
    return true;
  }
};

} // namespace schema::sql
