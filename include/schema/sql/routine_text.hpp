// Floor 1. The text that makes a function or a trigger: how it begins, and where it ends. What stands between
// is the backend's affair.
#pragma once

#include <schema/sql/parser.hpp>

namespace schema::sql {

/// What the text of a function or a trigger says of itself.
struct routine_text {
  u16 begin{};            ///< of FUNCTION, PROCEDURE, TRIGGER or CONSTRAINT TRIGGER: what CREATE makes
  token id{}, table{};    ///< its name, and the table of a trigger; where they are missing, what is there
  bool is_one{};          ///< the text ends where the statement does
  token more{};           ///< what stands behind the end
  bool returns_trigger{}; ///< a function that only triggers call
  u64 signature{};        ///< of a function: its name, arguments and result, which CREATE OR REPLACE keeps
};

/// The name in a schema that two tokens make, with a dot between.
constexpr token joined(const token& place, const token& own) {
  return {token_kind::word, place.begin, u16(own.begin + own.size - place.begin),
          pair_hash(place.hash, own.hash), '\0'};
}

/// Reads that text once, from its first token to its last.
class routine_reader {
public:
  constexpr routine_reader(text_view sql, bool is_trigger) : sql_(sql), is_trigger_(is_trigger) {}

  constexpr routine_text run() {
    read_head();
    u32 depth = 0, blocks = 0;
    bool is_at_end = false;
    out_.is_one = true;
    for (; now_.kind != token_kind::end && now_.kind != token_kind::bad; next()) {
      if (is_at_end) {
        out_.is_one = false;
        out_.more = now_;
        break;
      }
      if (now_.symbol == '(') ++depth;
      if (now_.symbol == ')' && depth > 0) --depth;
      if (now_.symbol == ';' && depth == 0 && blocks == 0) is_at_end = true;
      if (now_.kind != token_kind::word || depth > 0) continue;
      if (blocks > 0 ? is("case") : is("begin")) ++blocks;
      if (blocks > 0 && is("end")) --blocks;
    }
    return out_;
  }

private:
  constexpr void next() { now_ = next_token(sql_, position_); }
  constexpr bool is(text_view word) const { return means(sql_, now_, word); }
  /// Goes over a word when it is there.
  constexpr bool take(text_view word) {
    if (!is(word)) return false;
    next();
    return true;
  }

  constexpr void read_head() {
    next();
    if (!take("create")) return refuse();
    if (take("or") && !take("replace")) return refuse();
    out_.begin = now_.begin;
    if (is_trigger_) {
      take("constraint");
      if (!take("trigger")) return refuse();
      out_.id = now_;
      while (now_.kind != token_kind::end && now_.kind != token_kind::bad && !is("on")) next();
      next();
      read_table();
    } else {
      if (!take("function") && !take("procedure")) return refuse();
      out_.id = now_;
      read_signature();
    }
  }
  constexpr void refuse() { out_.id = now_; }
  constexpr bool is_name() const {
    return now_.kind == token_kind::word || now_.kind == token_kind::quoted_word;
  }
  /// A table, or schema.table.
  constexpr void read_table() {
    out_.table = now_;
    if (!is_name()) return;
    next();
    if (now_.symbol != '.') return;
    next();
    if (is_name()) out_.table = joined(out_.table, now_);
  }

  constexpr void hash_and_pass() {
    out_.signature = hash_token(out_.signature, sql_, now_);
    next();
  }
  /// The name, the arguments in parentheses, and RETURNS with what stands behind it up to the next clause.
  constexpr void read_signature() {
    out_.signature = hash_seed;
    hash_and_pass();
    u32 depth = 0;
    do {
      if (now_.kind == token_kind::end || now_.kind == token_kind::bad) return;
      if (now_.symbol == '(') ++depth;
      if (now_.symbol == ')') --depth;
      hash_and_pass();
    } while (depth > 0);
    if (!is("returns")) return;
    hash_and_pass();
    out_.returns_trigger = is("trigger") || is("event_trigger");
    while ((now_.kind == token_kind::word && !is_clause()) || now_.kind == token_kind::quoted_word ||
           now_.kind == token_kind::symbol || now_.kind == token_kind::number)
      hash_and_pass();
  }
  constexpr bool is_clause() const {
    for (const text_view word :
         {text_view("language"), text_view("transform"), text_view("window"),    text_view("immutable"),
          text_view("stable"),   text_view("volatile"),  text_view("leakproof"), text_view("not"),
          text_view("called"),   text_view("strict"),    text_view("security"),  text_view("external"),
          text_view("parallel"), text_view("cost"),      text_view("rows"),      text_view("support"),
          text_view("set"),      text_view("as"),        text_view("begin"),     text_view("return")})
      if (is(word)) return true;
    return false;
  }

  text_view sql_;
  bool is_trigger_{};
  u32 position_{};
  token now_{};
  routine_text out_{};
};

/// Reads the text of a function or of a trigger.
constexpr routine_text read_routine(text_view sql, bool is_trigger) {
  return routine_reader(sql, is_trigger).run();
}

/// Whether a trigger of PostgreSQL waits for the end of the transaction: CREATE CONSTRAINT TRIGGER …
/// INITIALLY DEFERRED … EXECUTE.
constexpr bool is_deferred_trigger(text_view sql) {
  bool is_initially = false;
  for (u32 position = 0;;) {
    const token t = next_token(sql, position);
    if (t.kind == token_kind::end || t.kind == token_kind::bad || means(sql, t, "execute")) return false;
    if (is_initially && means(sql, t, "deferred")) return true;
    is_initially = means(sql, t, "initially");
  }
}

/// A word, or the name between marks.
constexpr text_view unmarked(text_view sql, const token& t) {
  return t.kind == token_kind::quoted_word ? sql.substr(t.begin + 1u, t.size - 2u)
                                           : sql.substr(t.begin, t.size);
}

/// Calls `visit(word, qualifier)` for every name in a part of a text, those between dollar marks too, until
/// one answers false; returns whether none did. `qualifier` is what stands before its point, of kind end for
/// none.
template <class Visit> constexpr bool each_name(text_view sql, u32 from, u32 to, Visit&& visit) {
  token qualifier{};
  bool is_qualified = false;
  for (u32 position = from;;) {
    const token t = next_token(sql.substr(0, to), position);
    if (t.kind == token_kind::end || t.kind == token_kind::bad) return true;
    if (t.kind == token_kind::dollar_text) {
      u32 mark = 2; // $$, or $tag$
      while (sql[t.begin + mark - 1] != '$') ++mark;
      if (!each_name(sql, t.begin + mark, t.begin + t.size - mark, visit)) return false;
    }
    if (t.kind == token_kind::word || t.kind == token_kind::quoted_word) {
      if (!visit(t, is_qualified ? qualifier : token{})) return false;
      qualifier = t;
      is_qualified = false;
    } else {
      is_qualified = t.symbol == '.' && qualifier.kind != token_kind::end;
      if (!is_qualified) qualifier = token{};
    }
  }
}

/// A name in a text; the one before it in the list is what stands before its point, where it has one.
struct routine_name {
  token word;
  bool is_qualified;
};

/// The text of a function or a trigger, read once.
struct routine_script : script {
  routine_text head{};
  const routine_name* names{};
  u16 name_count{};
};

template <u32 Count> struct routine_name_list { routine_name values[Count + 1]; };

/// Writes the names of a text to a list that has room for them, or counts them alone.
constexpr u32 list_names(text_view sql, routine_name* list) {
  u32 count = 0;
  each_name(sql, 0, u32(sql.size()), [&](const token& t, const token& of) {
    if (list) list[count] = {t, of.kind != token_kind::end};
    ++count;
    return true;
  });
  return count;
}

namespace parsing {
template <fixed_string Sql>
inline constexpr auto names_of = [] {
  routine_name_list<list_names(Sql.view(), nullptr)> list{};
  list_names(Sql.view(), list.values);
  return list;
}();

constexpr routine_script as_routine(const script& of, bool is_trigger, const routine_name* names, u32 count) {
  routine_script made{of};
  if (of.fault != syntax_fault::none) return made;
  made.head = read_routine(of.view(), is_trigger);
  made.names = names;
  made.name_count = u16(count);
  return made;
}
} // namespace parsing

/// The text of a function or a trigger in a literal.
template <fixed_string Sql, bool IsTrigger>
inline constexpr routine_script
    routine_of = parsing::as_routine(script_of<Sql>, IsTrigger, parsing::names_of<Sql>.values,
                                     sizeof(parsing::names_of<Sql>.values) / sizeof(routine_name) - 1);

/// The text that an operation makes a function or a trigger of.
constexpr const routine_script& as_routine(const script& s) { return static_cast<const routine_script&>(s); }

} // namespace schema::sql
