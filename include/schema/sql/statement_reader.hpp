// Floor 1. Reads INSERT, UPDATE and DELETE, with the selects in them, into the flat tree of the expressions:
// what PostgreSQL 15 (manual, part VI) and SQLite 3.40 both take and mean alike.
#pragma once

#include <schema/sql/expression_parser.hpp>

#include <initializer_list>

namespace schema::sql {

/// Reads for a parser that stands at a statement, or inside one.
template <class Parser> struct statement_reader {
  Parser& p;

  constexpr i16 read() {
    siblings all;
    if (p.is_.word == keyword::with && !read_with(all)) return -1;
    const token t = p.now_;
    const keyword kind = p.is_.word;
    if (kind != keyword::insert && kind != keyword::update && kind != keyword::delete_rows)
      return p.refuse(t.kind == token_kind::end ? syntax_fault::ended_early : syntax_fault::unexpected, t);
    p.advance();
    const bool is_read = kind == keyword::insert   ? read_insert(all)
                         : kind == keyword::update ? read_update(all)
                                                   : read_delete(all);
    if (!is_read || !read_returning(all)) return -1;
    return p.make(kind == keyword::insert   ? node_kind::insert
                  : kind == keyword::update ? node_kind::update
                                            : node_kind::delete_rows,
                  t, all.first);
  }

  /// A select by itself.
  constexpr i16 read_query() { return p.is_select() ? read_select() : p.refuse_here(); }

  /// What follows the a of a.b.
  constexpr i16 read_qualified(i16 name) {
    if (name < 0) return -1;
    p.tree[name].kind = node_kind::qualifier;
    p.advance();
    const token t = p.now_;
    if (p.at('*')) {
      p.advance();
      return p.make(node_kind::every_column, t, name);
    }
    if (!is_name()) return p.refuse_here();
    p.advance();
    if (p.at('(') || p.at('.')) return p.refuse(syntax_fault::not_supported, t);
    return p.make(node_kind::column, t, name);
  }

  /// A select up to the parenthesis that closes it.
  constexpr i16 read_enclosed(u32 depth) {
    if (++depth > most_nesting) return p.refuse(syntax_fault::too_deep, p.now_);
    const u32 around = p.depth_;
    p.depth_ = depth;
    const bool may = p.may_aggregate_, found = p.aggregates_;
    const i16 made = read_select();
    p.may_aggregate_ = may;
    p.aggregates_ = found;
    p.depth_ = around;
    return made >= 0 && p.pass(')') ? made : i16(-1);
  }

  /// The arguments of count, sum, min, max and avg; the others are PostgreSQL's alone.
  constexpr i16 read_aggregate(const token& t, u32 depth) {
    if (t.hash != word_count && t.hash != word_sum && t.hash != word_min && t.hash != word_max &&
        t.hash != word_avg)
      return p.refuse(syntax_fault::not_supported, t);
    p.advance();
    p.aggregates_ = true;
    i16 argument = -1;
    if (p.at('*') && t.hash == word_count) {
      argument = p.make(node_kind::every_column, p.now_);
      p.advance();
    } else {
      if (p.is_.word == keyword::distinct) p.advance();
      p.may_aggregate_ = false;
      argument = p.read(binding::logical_or, depth);
      p.may_aggregate_ = true;
    }
    if (argument < 0 || !p.pass(')')) return -1;
    if (p.is_.word == keyword::none && p.now_.kind == token_kind::word && p.now_.hash != word_as &&
        (p.now_.hash == word_over || p.now_.hash == word_filter))
      return p.refuse_here();
    return p.make(node_kind::call, t, argument);
  }

private:
  /// Nodes that become the children of one.
  struct siblings {
    i16 first{-1}, last{-1};
  };

  constexpr bool add(siblings& to, i16 made) {
    if (made < 0) return false;
    (to.last < 0 ? to.first : p.tree[to.last].next) = made;
    to.last = made;
    return true;
  }

  /// Puts nodes behind others.
  constexpr void append(siblings& to, const siblings& more) {
    (to.last < 0 ? to.first : p.tree[to.last].next) = more.first;
    to.last = more.last;
  }

  constexpr bool is(u64 word) const { return p.now_.kind == token_kind::word && p.now_.hash == word; }
  constexpr bool pass(u64 word) {
    if (is(word)) {
      p.advance();
      return true;
    }
    p.refuse_here();
    return false;
  }
  /// Passes a word when it stands here.
  constexpr bool takes(u64 word) {
    if (!is(word)) return false;
    p.advance();
    return true;
  }

  constexpr bool is_name() const {
    if (p.now_.kind == token_kind::quoted_word) return true;
    return p.now_.kind == token_kind::word && (p.is_.word == keyword::none || !sql::is_reserved(p.now_.hash));
  }
  constexpr bool refuse_name() {
    const bool is_reserved = p.now_.kind == token_kind::word && !is(word_only) && !is(word_lateral) &&
                             sql::is_reserved(p.now_.hash);
    if (is(word_or) || is(word_only) || is(word_lateral))
      p.refuse(syntax_fault::not_supported, p.now_);
    else if (is_reserved)
      p.refuse(syntax_fault::reserved_word, p.now_);
    else
      p.refuse_here();
    return false;
  }
  constexpr bool refuse_known() {
    p.refuse(syntax_fault::not_supported, p.now_);
    return false;
  }

  /// [AS] name; -1 when there is none.
  constexpr i16 read_alias() {
    if (p.now_.kind != token_kind::word && p.now_.kind != token_kind::quoted_word) return -1;
    const bool is_said = p.is_.word == keyword::as;
    if (is_said) p.advance();
    if (!is_said && (!is_name() || is(word_on) || is(word_set))) return -1;
    if (!is_name()) {
      refuse_name();
      return -1;
    }
    const i16 made = p.make(node_kind::alias, p.now_);
    p.advance();
    return made;
  }
  constexpr bool has_failed() const { return p.fault != syntax_fault::none; }

  /// A table's name and its alias; of the table that is changed SQLite wants AS before it.
  constexpr i16 read_table(bool is_target = true) {
    if (!is_name()) {
      refuse_name();
      return -1;
    }
    const token t = p.now_;
    p.advance();
    if (p.at('.')) return read_placed(t, is_target);
    const i16 alias = is_target && p.is_.word != keyword::as ? i16(-1) : read_alias();
    return has_failed() ? i16(-1) : p.make(node_kind::source, t, alias);
  }
  /// The rest of audit.event, with nothing beside the dot; a third name would make the first a database.
  constexpr i16 read_placed(token t, bool is_target) {
    const token dot = p.now_;
    p.advance();
    const token own = p.now_;
    if (!is_name() || dot.begin != t.begin + t.size || own.begin != dot.begin + 1)
      return p.refuse(syntax_fault::not_supported, t);
    p.advance();
    if (p.at('.')) return p.refuse(syntax_fault::not_supported, t);
    const i16 alias = is_target && p.is_.word != keyword::as ? i16(-1) : read_alias();
    t.size = u16(own.begin + own.size - t.begin);
    t.hash = pair_hash(t.hash, own.hash);
    return has_failed() ? i16(-1) : p.make(node_kind::source, t, alias, binary_operator::dot);
  }

  constexpr i16 read_source() {
    if (p.at('(')) {
      const token open = p.now_;
      p.advance();
      if (!p.is_select()) return p.refuse(syntax_fault::not_supported, open);
      siblings all;
      if (!add(all, read_enclosed(p.depth_))) return -1;
      const i16 alias = read_alias();
      if (alias < 0) return p.refuse_unless_failed(); // PostgreSQL 15 asks for one
      add(all, alias);
      return p.make(node_kind::derived, open, all.first);
    }
    const token t = p.now_;
    const i16 made = read_table(false);
    if (made >= 0 && p.at('(')) return p.refuse(syntax_fault::not_supported, t); // a function of rows
    return made;
  }

  /// a, b JOIN c ON …
  constexpr bool read_sources(siblings& all) {
    if (!add(all, read_source())) return false;
    for (;;) {
      if (p.at(',')) {
        p.advance();
        if (!add(all, read_source())) return false;
        continue;
      }
      if (p.is_.word == keyword::where || p.now_.kind != token_kind::word)
        return true; // nothing else follows
      if (is(word_natural)) return refuse_known();
      const bool is_cross = takes(word_cross);
      if (!is_cross && !takes(word_inner) && (takes(word_left) || takes(word_right) || takes(word_full)))
        takes(word_outer);
      if (p.is_.word != keyword::join) return true;
      p.advance();
      if (!add(all, read_source())) return false;
      if (is_cross) continue;
      if (p.is_.word == keyword::using_tables) return refuse_known();
      if (!pass(word_on) || !read_condition(all)) return false;
    }
  }

  constexpr bool read_condition(siblings& all) {
    const token t = p.now_;
    const i16 condition = p.read(binding::logical_or, p.depth_);
    return condition >= 0 && add(all, p.make(node_kind::condition, t, condition));
  }
  constexpr bool read_where(siblings& all) {
    if (p.is_.word != keyword::where) return true;
    p.advance();
    return read_condition(all);
  }

  constexpr bool read_items(siblings& all) {
    for (;; p.advance()) {
      const token t = p.now_;
      i16 value = -1, name = -1;
      if (p.at('*')) {
        value = p.make(node_kind::every_column, t);
        p.advance();
      } else {
        value = p.read(binding::logical_or, p.depth_);
        if (value >= 0) name = read_alias();
      }
      if (value < 0 || has_failed()) return false;
      if (name >= 0) {
        p.tree[name].kind = node_kind::item;
        p.tree[name].first = value;
      } else {
        name = p.make(node_kind::item, {token_kind::end, t.begin, 0, 0, '\0'}, value);
      }
      if (!add(all, name)) return false;
      if (!p.at(',')) return true;
    }
  }

  constexpr bool read_values_of(siblings& all) {
    for (;; p.advance()) {
      if (is(word_default)) return refuse_known(); // SQLite has it in no list
      if (!add(all, p.read(binding::logical_or, p.depth_))) return false;
      if (!p.at(',')) return true;
    }
  }

  constexpr bool read_order(siblings& all) {
    if (is(word_order)) {
      const token t = p.now_;
      p.advance();
      if (!pass(word_by)) return false;
      siblings keys;
      for (;; p.advance()) {
        if (!add(keys, p.read(binding::logical_or, p.depth_))) return false;
        if (!takes(word_asc)) takes(word_desc);
        if (is(word_nulls)) return refuse_known();
        if (!p.at(',')) break;
      }
      if (!add(all, p.make(node_kind::ordering, t, keys.first))) return false;
    }
    for (const u64 word : {word_limit, word_offset}) {
      const token t = p.now_;
      if (!takes(word)) continue;
      const i16 count = p.read(binding::logical_or, p.depth_);
      if (count < 0 || !add(all, p.make(node_kind::limit, t, count))) return false;
    }
    return !is(word_fetch) && !is(word_for) ? true : refuse_known();
  }

  /// One SELECT … HAVING.
  constexpr i16 read_simple_select(siblings& all) {
    const token t = p.now_;
    if (p.is_.word != keyword::select) return p.refuse_here();
    p.advance();
    if (p.is_.word == keyword::distinct) {
      p.advance();
      if (is(word_on)) return p.refuse(syntax_fault::not_supported, p.now_);
    } else {
      takes(word_all);
    }
    siblings items;
    p.aggregates_ = false;
    p.may_aggregate_ = true;
    if (!read_items(items)) return -1;
    p.may_aggregate_ = false;
    if (p.is_.word == keyword::from) {
      p.advance();
      if (!read_sources(all)) return -1;
    }
    if (!read_where(all)) return -1;
    if (p.now_.kind != token_kind::word && !p.aggregates_) { // nothing follows
      append(all, items);
      return t.begin;
    }
    const token here = p.now_;
    siblings keys;
    bool is_grouped = false;
    if (takes(word_group)) {
      is_grouped = true;
      if (!pass(word_by) || !read_values_of(keys)) return -1;
    }
    siblings having;
    p.may_aggregate_ = true;
    if (takes(word_having) && !read_condition(having)) return -1;
    if (is(word_window)) return p.refuse(syntax_fault::not_supported, p.now_);
    if ((is_grouped || p.aggregates_ || having.first >= 0) &&
        !add(all, p.make(node_kind::grouping, here, keys.first)))
      return -1;
    if (having.first >= 0) add(all, having.first);
    append(all, items);
    return t.begin;
  }

  constexpr i16 read_select() {
    siblings all;
    if (p.is_.word == keyword::with && !read_with(all)) return -1;
    const token t = p.now_;
    if (read_simple_select(all) < 0) return -1;
    const bool is_last = p.now_.kind != token_kind::word;
    if (is_last || (!is(word_union) && !is(word_intersect) && !is(word_except))) {
      if (!is_last && !read_order(all)) return -1;
      return p.make(node_kind::select, t, all.first);
    }
    i16 left = p.make(node_kind::select, t, all.first);
    while (left >= 0 && (is(word_union) || is(word_intersect) || is(word_except))) {
      if (is(word_intersect))
        return p.refuse(syntax_fault::not_supported, p.now_); // it binds tighter on PostgreSQL
      const token sign = p.now_;
      p.advance();
      takes(word_all);
      siblings right;
      const token begin = p.now_;
      if (read_simple_select(right) < 0) return -1;
      const i16 made = p.make(node_kind::select, begin, right.first);
      if (made < 0) return -1;
      p.tree[left].next = made;
      left = p.make(node_kind::set_operation, sign, left);
    }
    if (is(word_order) || is(word_limit) || is(word_offset))
      return p.refuse(syntax_fault::not_supported, p.now_);
    return left;
  }

  /// WITH a AS (SELECT …), …
  constexpr bool read_with(siblings& all) {
    p.advance();
    if (is(word_recursive)) return refuse_known();
    for (;; p.advance()) {
      if (!is_name()) return refuse_name();
      const token t = p.now_;
      p.advance();
      if (p.at('(')) return refuse_known(); // names of its columns: give them in its select
      if (!pass(word_as)) return false;
      if (is(word_not) || is(word_materialized)) return refuse_known();
      if (!p.pass('(')) return false;
      if (!p.is_select()) return refuse_known();
      const i16 select = read_enclosed(p.depth_);
      if (select < 0 || !add(all, p.make(node_kind::with_query, t, select))) return false;
      if (!p.at(',')) return true;
    }
  }

  /// (a, b)
  constexpr i16 read_columns() {
    const token open = p.now_;
    p.advance();
    siblings names;
    for (;; p.advance()) {
      if (!is_name()) {
        refuse_name();
        return -1;
      }
      if (!add(names, p.make(node_kind::column, p.now_))) return -1;
      p.advance();
      if (!p.at(',')) break;
    }
    return p.pass(')') ? p.make(node_kind::columns, open, names.first) : i16(-1);
  }

  constexpr bool read_assignments(siblings& all) {
    for (;; p.advance()) {
      if (p.at('(')) return refuse_known(); // several columns at once
      if (!is_name()) return refuse_name();
      const token t = p.now_;
      p.advance();
      if (p.at('.')) {
        p.refuse(syntax_fault::not_supported, t);
        return false;
      }
      if (!p.pass('=')) return false;
      if (is(word_default)) return refuse_known();
      const i16 value = p.read(binding::logical_or, p.depth_);
      if (value < 0 || !add(all, p.make(node_kind::assignment, t, value))) return false;
      if (!p.at(',')) return true;
    }
  }

  constexpr bool read_insert(siblings& all) {
    if (p.is_.word != keyword::into) return refuse_name();
    p.advance();
    if (!add(all, read_table())) return false;
    if (p.at('(') && !add(all, read_columns())) return false;
    if (takes(word_default)) {
      if (!pass(word_values)) return false;
    } else if (p.is_select()) {
      if (!add(all, read_select())) return false;
      if (is(word_on)) return refuse_known(); // SQLite takes it for a join's
    } else {
      const token t = p.now_;
      if (!pass(word_values)) return false;
      siblings rows;
      for (;; p.advance()) {
        const token open = p.now_;
        siblings one;
        if (!p.pass('(') || !read_values_of(one) || !p.pass(')')) return false;
        if (!add(rows, p.make(node_kind::row, open, one.first))) return false;
        if (!p.at(',')) break;
      }
      if (!add(all, p.make(node_kind::values, t, rows.first))) return false;
    }
    return read_conflict(all);
  }

  /// ON CONFLICT [(a, b)] DO NOTHING, or DO UPDATE SET …
  constexpr bool read_conflict(siblings& all) {
    const token t = p.now_;
    if (!takes(word_on)) return true;
    if (!pass(word_conflict)) return false;
    siblings parts;
    if (p.at('(') && !add(parts, read_columns())) return false;
    if (!pass(word_do)) return false;
    if (!takes(word_nothing)) {
      if (p.is_.word != keyword::update || parts.first < 0) {
        p.refuse_here();
        return false;
      }
      p.advance();
      if (!pass(word_set) || !read_assignments(parts) || !read_where(parts)) return false;
    }
    return add(all, p.make(node_kind::conflict, t, parts.first));
  }

  constexpr bool read_update(siblings& all) {
    if (!add(all, read_table()) || !pass(word_set) || !read_assignments(all)) return false;
    if (p.is_.word == keyword::from) {
      p.advance();
      if (!read_sources(all)) return false;
    }
    return read_where(all);
  }

  constexpr bool read_delete(siblings& all) {
    if (p.is_.word != keyword::from) return refuse_name();
    p.advance();
    if (!add(all, read_table())) return false;
    if (p.is_.word == keyword::using_tables)
      return refuse_known(); // EXISTS is the way that SQLite has as well
    return read_where(all);
  }

  constexpr bool read_returning(siblings& all) {
    const token t = p.now_;
    if (t.kind != token_kind::word || !takes(word_returning)) return true;
    siblings items;
    return read_items(items) && add(all, p.make(node_kind::returning, t, items.first));
  }
};

} // namespace schema::sql
