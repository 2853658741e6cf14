// Floor 1. What a script does that hurts, told from its words: nobody checks the rest of it.
#pragma once

#include <schema/sql/lexer.hpp>

namespace schema::sql {

enum class script_fault : u8 {
  none,
  not_in_transaction, ///< it begins or ends one, or can't be done in one
  not_safe            ///< it throws data away, waits for all programs, or keeps them waiting while it works
};

struct script_danger {
  script_fault fault{};
  u16 begin{}, size{}; ///< the words that say so
};

/// Reads the words of a script, statement by statement.
class script_watch {
public:
  constexpr script_watch(text_view sql, bool is_sqlite) : sql_(sql), is_sqlite_(is_sqlite) {}

  constexpr script_danger run() {
    while (read_statement() && found_.fault == script_fault::none) judge();
    return found_;
  }

private:
  static constexpr u32 most_words = 48;

  /// The words of the next statement, those in parentheses and in bodies of triggers left out; false at the
  /// end.
  constexpr bool read_statement() {
    count_ = 0;
    u32 depth = 0, blocks = 0;
    bool any = false;
    for (;;) {
      const token t = next_token(sql_, position_);
      if (t.kind == token_kind::end || t.kind == token_kind::bad) return any;
      if (t.symbol == ';' && blocks == 0 && depth == 0) {
        if (any) return true;
        continue;
      }
      any = true;
      if (t.symbol == '(') ++depth;
      if (t.symbol == ')' && depth > 0) --depth;
      if (t.kind != token_kind::word || depth > 0) continue;
      if (blocks > 0 ? means(sql_, t, "case") : is(0, "create") && means(sql_, t, "begin")) ++blocks;
      if (blocks > 0) {
        if (means(sql_, t, "end")) --blocks;
        continue;
      }
      if (count_ < most_words) words_[count_++] = t;
    }
  }

  /// Whether word i of the statement is one of these, written with blanks between them.
  constexpr bool is(u32 i, const char* any) const {
    if (i >= count_) return false;
    const char* const word = sql_.data() + words_[i].begin;
    for (; *any; ++any) {
      u32 same = 0;
      while (same < words_[i].size && any[same] == lower(word[same])) ++same;
      if (same == words_[i].size && (any[same] == ' ' || any[same] == '\0')) return true;
      while (any[1] && *any != ' ') ++any;
    }
    return false;
  }
  constexpr u32 place_of(const char* word) const {
    u32 at = 0;
    while (at < count_ && !is(at, word)) ++at;
    return at;
  }
  constexpr bool has(const char* word) const { return place_of(word) < count_; }
  constexpr void refuse(script_fault fault, u32 from, u32 to) {
    if (to >= count_) to = from;
    found_ = {fault, words_[from].begin, u16(words_[to].begin + words_[to].size - words_[from].begin)};
  }

  constexpr void judge() {
    if (count_ == 0) return;
    using enum script_fault;
    if (is(0, "begin commit end rollback abort vacuum") || (is(0, "start prepare") && is(1, "transaction")))
      return refuse(not_in_transaction, 0, is(1, "full transaction") ? 1 : 0);
    const bool makes = is(0, "create"), drops = is(0, "drop");
    if (((makes || drops) && is(1, "database tablespace")) || (is(0, "alter") && is(1, "system")) ||
        (is(0, "reindex") && is(1, "database system")))
      return refuse(not_in_transaction, 0, 1);
    if (const u32 at = place_of("concurrently"); at < count_ && at > 0 && !is(0, "refresh"))
      return refuse(not_in_transaction, 0, at);
    if (drops && (is(1, "table schema") || has("cascade"))) return refuse(not_safe, 0, 1);
    if (is(0, "alter")) return judge_alter();
    if (is_sqlite_) return;
    if (is(0, "cluster truncate reindex lock")) return refuse(not_safe, 0, 0);
    if (is(0, "refresh") && !has("concurrently")) return refuse(not_safe, 0, 0);
    if (const u32 at = place_of("index"); (makes || drops) && at <= 2 && at < count_)
      return refuse(not_safe, 0, at);
    if (makes && is(1, "domain") && (has("check") || has("constraint"))) refuse(not_safe, 0, 1);
  }

  /// ALTER TABLE, ALTER DOMAIN, ALTER TYPE: what reads or writes all rows, throws some away or renames.
  constexpr void judge_alter() {
    using enum script_fault;
    const bool is_table = is(1, "table"), is_domain = is(1, "domain");
    if (const u32 at = place_of("rename");
        at < count_ && is(1, "table type schema") && !is(at + 1, "constraint"))
      return refuse(not_safe, at, at);
    for (u32 i = 2; i < count_ && (is_table || is_domain); ++i) {
      if (is_table && is(i, "drop") && !is(i + 1, "default not constraint expression identity"))
        return refuse(not_safe, i, i + 1);
      if (is_sqlite_) continue;
      if ((is(i, "add") && is(i + 1, "constraint check foreign unique primary exclude") && !has("valid")) ||
          (is(i, "set") && is(i + 1, "not logged unlogged tablespace")) ||
          (is(i, "detach") && is(i + 1, "partition")))
        return refuse(not_safe, i, i + 1);
      if (is_table && is(i, "type")) return refuse(not_safe, i, i);
    }
  }

  text_view sql_;
  bool is_sqlite_{};
  u32 position_{};
  token words_[most_words]{};
  u32 count_{};
  script_danger found_{};
};

/// The first danger in a script.
constexpr script_danger find_script_danger(text_view sql, bool is_sqlite) {
  return script_watch(sql, is_sqlite).run();
}

} // namespace schema::sql
