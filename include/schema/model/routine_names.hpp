// Floor 2. The names in the text of a function or a trigger that the timeline knows: what the text names is
// declared, or the compiler could not tell when it goes.
#pragma once

#include <schema/model/fold_object.hpp>
#include <schema/model/routine_use.hpp>
#include <schema/sql/routine_text.hpp>

namespace schema::folding {

/// Whether a token of a text, a word or a name in marks, means a name.
template <class Timeline> constexpr bool is_named(text_view sql, const sql::token& t, name id) {
  return (t.kind == sql::token_kind::quoted_word || t.kind == sql::token_kind::word) && t.hash == id->hash &&
         Timeline::means(id, sql.substr(t.begin, t.size));
}

/// Reads the names in the text of one backend.
template <class Timeline> class name_reader {
public:
  /// `table` is that of a trigger, -1 for a function.
  constexpr name_reader(Timeline& line, const operation& o, table_id table, backend b)
      : line_(line), made_(o), table_(table), backend_(b), text_(sql::as_routine(*o.scripts[0][u8(b)])),
        sql_(text_.view()) {}

  constexpr bool run() {
    for (u16 i = 0; i < text_.name_count; ++i)
      if (!look_at(text_.names[i].word, text_.names[i].is_qualified ? text_.names[i - 1].word : sql::token{}))
        return false;
    if (table_ < 0 || backend_ == backend::sqlite) return true;
    // What the functions that it calls do to NEW and OLD they do to its table.
    return !any_use(made_, [&](name table, name called) { return !table && !look_at_called(called); });
  }

private:
  constexpr bool fail(rule broken, name table, short_name object, const sql::token& t) {
    finding f = syntax_finding(broken, table, sql_, t.begin, t.size);
    f.object = object;
    f.other = made_.from;
    return line_.fail(f);
  }
  constexpr text_view text_of(const sql::token& t) const { return sql::unmarked(sql_, t); }
  constexpr text_view written(const sql::token& t) const { return sql_.substr(t.begin, t.size); }
  constexpr bool is(const sql::token& t, text_view word) const { return sql::means(sql_, t, word); }
  /// Whether a word stands for the row that a trigger is about.
  constexpr bool is_row(const sql::token& t) const { return is(t, "new") || is(t, "old"); }
  constexpr table_id table_of(const sql::token& t) const { return line_.find_table(t.hash, written(t)); }
  /// Whether it is declared that a table, or a column of it, is used.
  constexpr bool declares(name table, name column) const {
    return any_use(made_, [&](name of, name used) {
      return of && same_name(of, table) && (!column || !used || same_name(used, column));
    });
  }

  constexpr bool look_at(const sql::token& t, const sql::token& of) {
    if (of.kind != sql::token_kind::end) {
      if (is_row(of)) return table_ < 0 || look_at_own_column(t);
      if constexpr (Timeline::has_schemas)
        if (const table_id table = table_of(sql::joined(of, t)); table >= 0 && table != table_)
          return declares(line_.last_name(table), nullptr) ||
                 fail(rule::use_not_declared, line_.last_name(table), {}, sql::joined(of, t));
      const table_id table = table_of(of);
      return table < 0 || look_at_column(table, t);
    }
    if (table_ >= 0 && !is_behind_head_ && look_at_head(t)) return line_.found.is_sound();
    if (const table_id table = table_of(t); table >= 0 && table != table_)
      return declares(line_.last_name(table), nullptr) ||
             fail(rule::use_not_declared, line_.last_name(table), {}, t);
    return look_at_function(t);
  }

  /// UPDATE OF a, b ON …: columns of the trigger's table. Whether the token is one of them.
  constexpr bool look_at_head(const sql::token& t) {
    if (is(t, "on")) is_behind_head_ = true;
    if (is_behind_head_) return false;
    const bool is_listed = is_in_list_;
    if (is_listed) look_at_own_column(t);
    if (was_update_ && is(t, "of")) is_in_list_ = true;
    was_update_ = is(t, "update");
    if (is(t, "or")) is_in_list_ = false;
    return is_listed;
  }

  constexpr bool look_at_own_column(const sql::token& t) {
    if (line_.find_column(table_, t.hash, written(t)) >= 0) return look_at_column(table_, t);
    if (backend_ == backend::sqlite && (is(t, "rowid") || is(t, "oid") || is(t, "_rowid_"))) return true;
    fail(rule::no_such_column, line_.last_name(table_), text_of(t), t);
    line_.found.hint = line_.nearest_column(table_, text_of(t));
    return false;
  }

  constexpr bool look_at_column(table_id table, const sql::token& t) {
    const column_id c = line_.find_column(table, t.hash, written(t));
    if (c < 0) return true; // of an alias, perhaps
    const name column = line_.last_column(c).id, own = line_.last_name(table);
    return declares(own, column) || fail(rule::use_not_declared, own, column, t);
  }

  constexpr bool look_at_function(const sql::token& t) {
    for (i32 e = line_.name_buckets[u32(t.hash) & line_.name_mask]; e > 0; e = line_.entries[e - 1].next) {
      const name_entry& entry = line_.entries[e - 1];
      if (entry.hash != t.hash || entry.kind != entry_kind::function) continue;
      const name id = line_.routines[entry.id].made->from;
      if (!is_named<Timeline>(sql_, t, id) || same_name(id, made_.from) || calls(made_, id)) continue;
      return fail(rule::use_not_declared, nullptr, id, t);
    }
    return true;
  }

  /// The function says what it uses of the table, or the trigger does.
  constexpr bool look_at_called(name called) {
    const operation& function = *line_.routines[find_routine(line_, called, entry_kind::function)].made;
    const sql::routine_script& is = sql::as_routine(*function.scripts[0][u8(backend::postgresql)]);
    const text_view text = is.view();
    for (u16 i = 1; i < is.name_count; ++i) {
      const sql::token &t = is.names[i].word, &of = is.names[i - 1].word;
      if (!is.names[i].is_qualified || (!sql::means(text, of, "new") && !sql::means(text, of, "old")))
        continue;
      const column_id c = line_.find_column(table_, t.hash, text.substr(t.begin, t.size));
      if (c < 0) continue; // it may be of another table
      const name own = line_.last_name(table_), column = line_.last_column(c).id;
      if (declares(own, column) || uses_table(line_, {.made = &function}, table_, c)) continue;
      finding f = syntax_finding(rule::use_not_declared, own, text, t.begin, t.size);
      f.object = column;
      f.other = made_.from;
      return line_.fail(f);
    }
    return true;
  }

  Timeline& line_;
  const operation& made_;
  table_id table_;
  backend backend_;
  const sql::routine_script& text_;
  text_view sql_;
  bool is_behind_head_{}, is_in_list_{}, was_update_{};
};

} // namespace schema::folding
