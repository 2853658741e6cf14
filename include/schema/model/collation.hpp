// Floor 2. The collation of an expression (PostgreSQL 15, 24.2): of two columns that have different ones of
// their own PostgreSQL takes neither and fails where texts are compared, SQLite takes the left one. Asked
// only in a history that says more of its columns: <schema/dsl/traits.hpp> brings it, and the fold finds it
// by its arguments.
#pragma once

#include <schema/model/fold_trait.hpp>
#include <schema/model/generated_column.hpp>
#include <schema/sql/query.hpp>
#include <schema/sql/statement.hpp>

namespace schema {

/// Of a value whose columns have different ones: of it none can be told.
inline constexpr attribute no_one_collation{.kind = attribute_kind::collation};

/// Works out the collations of a bound expression whose types are known, and refuses the first comparison
/// that has no one collation. They are kept in the timeline, beside the types; null is that of the database,
/// which gives way to every other.
template <class Timeline> struct collation_checker {
  using kind = sql::node_kind;

  Timeline& line;
  type_checker<Timeline>& types;
  const bound_expression& e;
  const sql::node* nodes;
  const sql::statement* statement{}; ///< its tokens tell what its tree does not: DISTINCT, ALL

  constexpr explicit collation_checker(type_checker<Timeline>& of, const sql::statement* in = nullptr)
      : line(of.line), types(of), e(of.e), nodes(of.nodes), statement(in) {}

  /// Returns whether all is well; a fault is the timeline's finding.
  constexpr bool run() { return visit(e.source->root); }
  /// The same for the key of an index, whose order is the value's.
  constexpr bool run_key() { return run() && is_one(e.source->root, e.source->root); }
  /// The same for the query of a view, each of whose columns has one.
  constexpr bool run_view() {
    if (!run()) return false;
    for (i16 i = sql::first_item(nodes, e.source->root); i >= 0; i = sql::next_item(nodes, i))
      if (!is_one(i, nodes[i].first)) return false;
    return true;
  }

private:
  using collation = const attribute*;

  constexpr collation& at(i16 i) { return line.collations[e.first_binding + i]; }

  static constexpr bool is_same(collation a, collation b) {
    return a == b || (a->id && b->id && same_name(a->id, b->id) &&
                      (!Timeline::asks_sqlite || same_name(a->table, b->table)));
  }
  static constexpr collation merged(collation a, collation b) {
    if (!a || !b) return a ? a : b;
    return is_same(a, b) ? a : &no_one_collation;
  }

  /// Children first, sources before what names their columns.
  constexpr bool visit(i16 i) {
    const sql::node& n = nodes[i];
    if (n.kind == kind::source) return true;
    if (n.kind == kind::column) {
      at(i) = of_name(i);
      return true;
    }
    const bool sources_first = n.kind == kind::update;
    for (int pass = 0; pass < 1 + sources_first; ++pass)
      for (i16 child = n.first; child >= 0; child = nodes[child].next)
        if (!sources_first || is_source(child) == (pass == 0))
          if (!visit(child)) return false;
    at(i) = of_children(i, n);
    switch (n.kind) {
    case kind::select: return accept_select(i, n);
    case kind::set_operation: return accept_set(i, n);
    default: return accept_value(i, n);
    }
  }
  constexpr bool is_source(i16 i) const {
    return nodes[i].kind == kind::source || nodes[i].kind == kind::derived ||
           nodes[i].kind == kind::with_query;
  }

  // -- whose collation it is

  constexpr collation of_name(i16 i) {
    const column_id bound = line.bindings[e.first_binding + i];
    if (bound >= 0) return of_column(bound);
    return bound < -1 && bound > first_label_binding ? at(i16(-2 - bound)) : nullptr;
  }
  /// A column of a view has that of its query, which was worked out when the view was made.
  constexpr collation of_column(column_id c) const {
    const table_id t = line.columns[c].table;
    if (!line.tables[t].is_view) {
      const collation said = line.trait_at(attribute_kind::collation, t, c, line.now);
      return said && said->id->view() == "default" ? nullptr : said;
    }
    const table_span& view = line.table_spans[line.tables[t].last_span];
    i16 item = sql::first_item(view.query->tree->nodes, view.query->tree->root);
    for (column_id other = line.tables[t].first_column; other != c; other = line.columns[other].next)
      if (line.columns[other].alive.to == forever) item = sql::next_item(view.query->tree->nodes, item);
    return line.collations[view.first_binding + item];
  }

  constexpr collation of_children(i16 i, const sql::node& n) {
    collation all = nullptr;
    switch (n.kind) {
    case kind::case_arm: return at(nodes[n.first].next);
    case kind::select: {
      const i16 item = sql::first_item(nodes, i);
      return item < 0 ? nullptr : at(item);
    }
    case kind::parenthesis:
    case kind::case_else:
    case kind::case_operand:
    case kind::item:
    case kind::subquery:
    case kind::set_operation: return at(n.first);
    default: break;
    }
    if (types.line.types[types.base + i] != value_type::text) return nullptr;
    for (i16 child = n.first; child >= 0; child = nodes[child].next)
      if (nodes[child].kind != kind::case_operand) all = merged(all, at(child));
    return all;
  }

  // -- who asks for one

  constexpr bool accept_value(i16 i, const sql::node& n) {
    if (n.kind == kind::call && sql::find_function(n.hash)->is_aggregate)
      return types.line.types[types.base + n.first] != value_type::text ||
             (n.hash == sql::word_count && !is_followed_by(n.begin, sql::word_distinct)) ||
             is_one(n.first, i);
    if (!folding::needs_collation(*e.source, &types.line.types[types.base], i)) return true;
    const i16 a = n.first, b = nodes[a].next;
    switch (n.kind) {
    case kind::call: {
      collation all = nullptr;
      for (i16 one = a; one >= 0; one = nodes[one].next) all = merged(all, at(one));
      return all != &no_one_collation || fail(i);
    }
    case kind::case_when:
      for (i16 arm = b; arm >= 0; arm = nodes[arm].next)
        if (nodes[arm].kind == kind::case_arm && !compares(a, nodes[arm].first, i)) return false;
      return true;
    default: // a list is compared one by one
      for (i16 one = b; one >= 0; one = nodes[one].next)
        if (!compares(a, one, i)) return false;
      return true;
    }
  }

  constexpr bool accept_select(i16 i, const sql::node& n) {
    const bool is_distinct = is_followed_by(n.begin, sql::word_distinct);
    for (i16 c = n.first; c >= 0; c = nodes[c].next) {
      if (nodes[c].kind == kind::item && is_distinct && !is_one(c, nodes[c].first)) return false;
      if (nodes[c].kind != kind::grouping && nodes[c].kind != kind::ordering) continue;
      for (i16 key = nodes[c].first; key >= 0; key = nodes[key].next) {
        const i16 item = nodes[c].kind == kind::ordering ? item_meant(i, key) : i16(-1);
        if (!is_one(item < 0 ? key : item, item < 0 ? key : nodes[item].first)) return false;
      }
    }
    return true;
  }
  /// The item whose name, or place, a key of ORDER BY is; -1 for none.
  constexpr i16 item_meant(i16 select, i16 key) const {
    u32 place = sql::item_place(*e.source, nodes[key]);
    const bool is_place = place > 0;
    if (!is_place && (nodes[key].kind != kind::column || nodes[key].first >= 0)) return -1;
    for (i16 i = sql::first_item(nodes, select); i >= 0; i = sql::next_item(nodes, i))
      if (is_place ? --place == 0 : nodes[i].size && nodes[i].hash == nodes[key].hash) return i;
    return -1;
  }

  /// The columns of several selects in one; UNION and EXCEPT compare them, UNION ALL does not.
  constexpr bool accept_set(i16 i, const sql::node& n) {
    const bool is_all = is_followed_by(n.begin, sql::word_all);
    i16 b = sql::first_item(nodes, nodes[n.first].next);
    for (i16 a = sql::first_item(nodes, i); a >= 0;
         a = sql::next_item(nodes, a), b = sql::next_item(nodes, b)) {
      const collation both = merged(at(a), at(b));
      if (both == &no_one_collation && !is_all) return fail(a, at(a), b, i);
      at(a) = both;
    }
    at(i) = at(sql::first_item(nodes, i));
    return true;
  }

  /// Whether a word stands behind the token that begins at `begin`, or behind its parenthesis.
  constexpr bool is_followed_by(u16 begin, u64 word) const {
    for (u16 t = 0; statement && t + 2 < statement->token_count; ++t)
      if (statement->tokens[t].begin == begin)
        return statement->tokens[t + 1].hash == word ||
               (statement->at(statement->tokens[t + 1]) == "(" && statement->tokens[t + 2].hash == word);
    return false;
  }

  constexpr bool compares(i16 a, i16 b, i16 by) {
    return merged(at(a), at(b)) != &no_one_collation || fail(a, at(a), b, by);
  }
  constexpr bool is_one(i16 of, i16 where) {
    return at(of) != &no_one_collation || fail(of, nullptr, -1, where);
  }

  // -- what is told

  constexpr bool fail(i16 i) { return fail(i, nullptr, -1, i); }
  /// `a`, of which one collation may be known, and `b`, or all below `by`.
  constexpr bool fail(i16 a, collation one, i16 b, i16 by) {
    collation first = one == &no_one_collation ? nullptr : one, second = nullptr;
    find_two(a, first, second);
    if (b >= 0) find_two(b, first, second);
    short_name both;
    if (first) both.append(first->id->view());
    both.append(" and ");
    if (second) both.append(second->id->view());
    finding f = types.at(rule::collations_mixed, by, by);
    f.other = both;
    return line.fail(f);
  }
  constexpr void find_two(i16 i, collation& first, collation& second) {
    const column_id bound = line.bindings[e.first_binding + i];
    if (nodes[i].kind == kind::column) {
      const collation is = at(i);
      if (is == &no_one_collation && bound < -1) return find_two(nodes[-2 - bound].first, first, second);
      if (!is || is == &no_one_collation || second) return;
      (!first ? first : is_same(first, is) ? first : second) = is;
      return;
    }
    for (i16 child = nodes[i].first; child >= 0; child = nodes[child].next)
      if (nodes[child].kind != kind::source) find_two(child, first, second);
  }
};

/// What the fold asks of an expression whose types are known.
template <class Timeline> constexpr bool accept_collations(type_checker<Timeline>& types) {
  return collation_checker<Timeline>(types).run();
}
/// Of the key of an index.
template <class Timeline> constexpr bool accept_key_collation(type_checker<Timeline>& types) {
  return collation_checker<Timeline>(types).run_key();
}
/// Of a statement, or of the query of a view.
template <class Timeline>
constexpr bool accept_collations(type_checker<Timeline>& types, const sql::statement& s) {
  collation_checker<Timeline> checker(types, &s);
  return s.kind == sql::statement_kind::query ? checker.run_view() : checker.run();
}

} // namespace schema
