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
  constexpr i16 read_enclosed() {
    if (++p.depth_ > most_nesting) return p.refuse(syntax_fault::too_deep, p.now_);
    const bool may = p.may_aggregate_, found = p.aggregates_;
    const i16 made = read_select();
    p.may_aggregate_ = may;
    p.aggregates_ = found;
    --p.depth_;
    return made >= 0 && p.pass(')') ? made : i16(-1);
  }

  /// The arguments of count, sum, min, max and avg; the others are PostgreSQL's alone.
  constexpr i16 read_aggregate(const token& t) {
    if (t.hash != "count"_word && t.hash != "sum"_word && t.hash != "min"_word && t.hash != "max"_word &&
        t.hash != "avg"_word)
      return p.refuse(syntax_fault::not_supported, t);
    p.advance();
    p.aggregates_ = true;
    i16 argument = -1;
    if (p.at('*') && t.hash == "count"_word) {
      argument = p.make(node_kind::every_column, p.now_);
      p.advance();
    } else {
      if (p.is_.word == keyword::distinct) p.advance();
      p.may_aggregate_ = false;
      argument = p.read(binding::logical_or);
      p.may_aggregate_ = true;
    }
    if (argument < 0 || !p.pass(')')) return -1;
    if (p.is_.word == keyword::none && p.now_.kind == token_kind::word && p.now_.hash != "as"_word &&
        (p.now_.hash == "over"_word || p.now_.hash == "filter"_word))
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
    return p.now_.kind == token_kind::word &&
           (p.is_.word == keyword::none || find_keyword(p.now_.hash).reserved == reserved_by::nobody);
  }
  constexpr bool refuse_name() {
    const bool is_reserved = p.now_.kind == token_kind::word && !is("only"_word) && !is("lateral"_word) &&
                             find_keyword(p.now_.hash).reserved != reserved_by::nobody;
    if (is("or"_word) || is("only"_word) || is("lateral"_word))
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
    if (!is_said && (!is_name() || is("on"_word) || is("set"_word))) return -1;
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
    if (p.at('.')) return p.refuse(syntax_fault::not_supported, t); // a schema
    const i16 alias = is_target && p.is_.word != keyword::as ? i16(-1) : read_alias();
    return has_failed() ? i16(-1) : p.make(node_kind::source, t, alias);
  }

  constexpr i16 read_source() {
    if (p.at('(')) {
      const token open = p.now_;
      p.advance();
      if (!p.is_select()) return p.refuse(syntax_fault::not_supported, open);
      siblings all;
      if (!add(all, read_enclosed())) return -1;
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
      if (is("natural"_word)) return refuse_known();
      const bool is_cross = takes("cross"_word);
      if (!is_cross && !takes("inner"_word) &&
          (takes("left"_word) || takes("right"_word) || takes("full"_word)))
        takes("outer"_word);
      if (p.is_.word != keyword::join) return true;
      p.advance();
      if (!add(all, read_source())) return false;
      if (is_cross) continue;
      if (p.is_.word == keyword::using_tables) return refuse_known();
      if (!pass("on"_word) || !read_condition(all)) return false;
    }
  }

  constexpr bool read_condition(siblings& all) {
    const token t = p.now_;
    const i16 condition = p.read(binding::logical_or);
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
        value = p.read(binding::logical_or);
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
      if (is("default"_word)) return refuse_known(); // SQLite has it in no list
      if (!add(all, p.read(binding::logical_or))) return false;
      if (!p.at(',')) return true;
    }
  }

  constexpr bool read_order(siblings& all) {
    if (is("order"_word)) {
      const token t = p.now_;
      p.advance();
      if (!pass("by"_word)) return false;
      siblings keys;
      for (;; p.advance()) {
        if (!add(keys, p.read(binding::logical_or))) return false;
        if (!takes("asc"_word)) takes("desc"_word);
        if (is("nulls"_word)) return refuse_known();
        if (!p.at(',')) break;
      }
      if (!add(all, p.make(node_kind::ordering, t, keys.first))) return false;
    }
    for (const u64 word : {"limit"_word, "offset"_word}) {
      const token t = p.now_;
      if (!takes(word)) continue;
      const i16 count = p.read(binding::logical_or);
      if (count < 0 || !add(all, p.make(node_kind::limit, t, count))) return false;
    }
    return !is("fetch"_word) && !is("for"_word) ? true : refuse_known();
  }

  /// One SELECT … HAVING.
  constexpr i16 read_simple_select(siblings& all) {
    const token t = p.now_;
    if (p.is_.word != keyword::select) return p.refuse_here();
    p.advance();
    if (p.is_.word == keyword::distinct) {
      p.advance();
      if (is("on"_word)) return p.refuse(syntax_fault::not_supported, p.now_);
    } else {
      takes("all"_word);
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
    if (takes("group"_word)) {
      is_grouped = true;
      if (!pass("by"_word) || !read_values_of(keys)) return -1;
    }
    siblings having;
    p.may_aggregate_ = true;
    if (takes("having"_word) && !read_condition(having)) return -1;
    if (is("window"_word)) return p.refuse(syntax_fault::not_supported, p.now_);
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
    if (is_last || (!is("union"_word) && !is("intersect"_word) && !is("except"_word))) {
      if (!is_last && !read_order(all)) return -1;
      return p.make(node_kind::select, t, all.first);
    }
    i16 left = p.make(node_kind::select, t, all.first);
    while (left >= 0 && (is("union"_word) || is("intersect"_word) || is("except"_word))) {
      if (is("intersect"_word))
        return p.refuse(syntax_fault::not_supported, p.now_); // it binds tighter on PostgreSQL
      const token sign = p.now_;
      p.advance();
      takes("all"_word);
      siblings right;
      const token begin = p.now_;
      if (read_simple_select(right) < 0) return -1;
      const i16 made = p.make(node_kind::select, begin, right.first);
      if (made < 0) return -1;
      p.tree[left].next = made;
      left = p.make(node_kind::set_operation, sign, left);
    }
    if (is("order"_word) || is("limit"_word) || is("offset"_word))
      return p.refuse(syntax_fault::not_supported, p.now_);
    return left;
  }

  /// WITH a AS (SELECT …), …
  constexpr bool read_with(siblings& all) {
    p.advance();
    if (is("recursive"_word)) return refuse_known();
    for (;; p.advance()) {
      if (!is_name()) return refuse_name();
      const token t = p.now_;
      p.advance();
      if (p.at('(')) return refuse_known(); // names of its columns: give them in its select
      if (!pass("as"_word)) return false;
      if (is("not"_word) || is("materialized"_word)) return refuse_known();
      if (!p.pass('(')) return false;
      if (!p.is_select()) return refuse_known();
      const i16 select = read_enclosed();
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
      if (is("default"_word)) return refuse_known();
      const i16 value = p.read(binding::logical_or);
      if (value < 0 || !add(all, p.make(node_kind::assignment, t, value))) return false;
      if (!p.at(',')) return true;
    }
  }

  constexpr bool read_insert(siblings& all) {
    if (p.is_.word != keyword::into) return refuse_name();
    p.advance();
    if (!add(all, read_table())) return false;
    if (p.at('(') && !add(all, read_columns())) return false;
    if (takes("default"_word)) {
      if (!pass("values"_word)) return false;
    } else if (p.is_select()) {
      if (!add(all, read_select())) return false;
      if (is("on"_word)) return refuse_known(); // SQLite takes it for a join's
    } else {
      const token t = p.now_;
      if (!pass("values"_word)) return false;
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
    if (!takes("on"_word)) return true;
    if (!pass("conflict"_word)) return false;
    siblings parts;
    if (p.at('(') && !add(parts, read_columns())) return false;
    if (!pass("do"_word)) return false;
    if (!takes("nothing"_word)) {
      if (p.is_.word != keyword::update || parts.first < 0) {
        p.refuse_here();
        return false;
      }
      p.advance();
      if (!pass("set"_word) || !read_assignments(parts) || !read_where(parts)) return false;
    }
    return add(all, p.make(node_kind::conflict, t, parts.first));
  }

  constexpr bool read_update(siblings& all) {
    if (!add(all, read_table()) || !pass("set"_word) || !read_assignments(all)) return false;
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
    if (t.kind != token_kind::word || !takes("returning"_word)) return true;
    siblings items;
    return read_items(items) && add(all, p.make(node_kind::returning, t, items.first));
  }
};

} // namespace schema::sql
