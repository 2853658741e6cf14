// Floor 2. The end of the history against the tables that the code declares.
#pragma once

#include <schema/model/fold.hpp>

namespace schema {

/// How many differences are told at once.
inline constexpr u32 most_findings = 5;

struct finding_list {
  finding items[most_findings]{};
  u32 count{}; ///< of all, also those that found no room

  constexpr void add(const finding& f) {
    if (count < most_findings) items[count] = f;
    ++count;
  }
  constexpr bool is_full() const { return count >= most_findings; }
};

/// Whether two bound expressions say the same, each under the names of its own end.
template <class History, class Declared>
constexpr bool same_expression(const History& history, const bound_expression& a, const Declared& declared,
                               const bound_expression& b) {
  if (!a || !b) return !a && !b;
  if (a.source->node_count != b.source->node_count) return false;
  for (u16 i = 0; i < a.source->node_count; ++i) {
    const sql::node &x = a.source->nodes[i], &y = b.source->nodes[i];
    if (x.kind != y.kind || x.operation != y.operation || x.first != y.first || x.next != y.next)
      return false;
    const column_id c = history.bindings[a.first_binding + i];
    if (c >= 0) {
      const column_id d = declared.bindings[b.first_binding + i];
      if (!same_name(history.last_column(c).id, declared.last_column(d).id)) return false;
    } else if (const i32 label = bound_label(c);
               label >= 0) { // it may be called otherwise than it is written
      if (!sql::is_literal_of(b.source->at(y), history.labels[label].text->view())) return false;
    } else if (x.hash != y.hash) {
      return false;
    }
  }
  return true;
}

template <class History, class Declared>
constexpr bool same_column(const History& history, column_id a, const Declared& declared, column_id b) {
  if (a < 0 || b < 0) return a < 0 && b < 0;
  return same_name(history.last_column(a).id, declared.last_column(b).id);
}

/// Whether a constraint or an index is the same on both sides; names aside.
template <class History, class Declared>
constexpr bool same_object(const History& history, const object_life& a, const Declared& declared,
                           const object_life& b) {
  if (a.kind != b.kind || a.unique != b.unique || a.key_count != b.key_count || a.on_delete != b.on_delete ||
      a.on_update != b.on_update || a.terms != b.terms)
    return false;
  if (a.target >= 0 && !same_name(history.last_name(a.target), declared.last_name(b.target))) return false;
  const i32 keys = a.kind == part_kind::foreign_key ? 2 * a.key_count : a.key_count;
  for (i32 i = 0; i < keys; ++i) {
    const bound_key &x = history.keys[a.first_key + i], &y = declared.keys[b.first_key + i];
    if (x.descending != y.descending || !same_column(history, x.column, declared, y.column)) return false;
    if (!same_expression(history, x.expression, declared, y.expression)) return false;
  }
  return same_expression(history, a.expression, declared, b.expression);
}

template <class Timeline>
constexpr object_id object_of(const Timeline& line, table_id table, part_kind kind, u64 hash) {
  const object_id o = line.find_object(kind == part_kind::index ? -1 : table, hash);
  return o >= 0 && line.objects[o].table == table ? o : -1;
}

/// Whether two columns of one type have the same default, or are generated from the same under the names of
/// their ends; a label is the same when it is called so now.
template <class History, class Declared>
constexpr bool same_value(const History& history, const column_span& x, const Declared& declared,
                          const column_span& y) {
  if (x.generated != y.generated) return false;
  if (!x.value || !y.value) return x.value == y.value;
  const bool is_label = x.enumeration >= 0 && x.value_binding >= 0 && y.value_binding >= 0;
  if (!is_label && !x.generated) return *x.value == *y.value;
  if (x.value->kind != y.value->kind) return false;
  if (x.value->kind == value_kind::text)
    return history.labels[x.value_binding].text->view() == declared.labels[y.value_binding].text->view();
  return same_expression(history, {x.value->expression, x.value_binding}, declared,
                         {y.value->expression, y.value_binding});
}

template <class History, class Declared>
constexpr rule column_difference(const History& history, const column_span& x, const Declared& declared,
                                 const column_span& y) {
  if (x.type != y.type && !(*x.type == *y.type)) return rule::type_differs;
  if (x.nullable != y.nullable) return rule::nullability_differs;
  if (x.identity != y.identity) return rule::identity_differs;
  if (!same_value(history, x, declared, y))
    return x.generated || y.generated ? rule::generation_differs : rule::default_differs;
  return rule::none;
}

/// What two tables (columns -1) or columns say differently of themselves.
template <class History, class Declared>
constexpr rule trait_difference(const History& history, table_id a, column_id x, const Declared& declared,
                                table_id b, column_id y) {
  if constexpr (History::has_traits || Declared::has_traits)
    for (const attribute_kind kind :
         {attribute_kind::comment, attribute_kind::collation, attribute_kind::identity})
      if (!same_trait(history.trait_at(kind, a, x, history.now), declared.trait_at(kind, b, y, declared.now)))
        return kind == attribute_kind::comment     ? rule::comment_differs
               : kind == attribute_kind::collation ? rule::collation_differs
                                                   : rule::identity_differs;
  return rule::none;
}

template <class History, class Declared>
constexpr void compare_columns(const History& history, table_id a, const Declared& declared, table_id b,
                               finding_list& out) {
  for (column_id c = declared.tables[b].first_column; c >= 0; c = declared.columns[c].next) {
    const column_span& y = declared.last_column(c);
    const column_id found = history.find_column(a, y.id);
    rule broken = found < 0 ? rule::history_lacks_column
                            : column_difference(history, history.last_column(found), declared, y);
    if (broken == rule::none) broken = trait_difference(history, a, found, declared, b, c);
    if (broken == rule::none) continue;
    finding f{.broken = broken, .table = declared.last_name(b), .object = y.id};
    if (found < 0) f.hint = history.nearest_column(a, y.id->view());
    out.add(f);
    if (out.is_full()) return;
  }
  for (column_id c = history.tables[a].first_column; c >= 0; c = history.columns[c].next) {
    if (!history.columns[c].alive.holds(history.now)) continue;
    const name id = history.last_column(c).id;
    if (declared.find_column(b, id) < 0)
      out.add({.broken = rule::tables_lack_column,
               .table = declared.last_name(b),
               .object = id,
               .hint = declared.nearest_column(b, id->view())});
    if (out.is_full()) return;
  }
}

template <class History, class Declared>
constexpr void compare_objects(const History& history, table_id a, const Declared& declared, table_id b,
                               finding_list& out) {
  const name table = declared.last_name(b);
  for (object_id o = declared.tables[b].first_object; o >= 0; o = declared.objects[o].next) {
    const object_life& y = declared.objects[o];
    const bool is_index = y.kind == part_kind::index;
    const object_id found = object_of(history, a, y.kind, y.hash);
    if (found < 0)
      out.add({.broken = is_index ? rule::history_lacks_index : rule::history_lacks_constraint,
               .table = table,
               .object = object_name(declared, o, declared.now)});
    else if (!same_object(history, history.objects[found], declared, y))
      out.add({.broken = is_index ? rule::index_differs : rule::constraint_differs,
               .table = table,
               .object = object_name(declared, o, declared.now)});
    if (out.is_full()) return;
  }
  for (object_id o = history.tables[a].first_object; o >= 0; o = history.objects[o].next) {
    const object_life& x = history.objects[o];
    if (!x.alive.holds(history.now)) continue;
    if (object_of(declared, b, x.kind, x.hash) < 0)
      out.add({.broken = x.kind == part_kind::index ? rule::tables_lack_index : rule::tables_lack_constraint,
               .table = table,
               .object = object_name(history, o, history.now)});
    if (out.is_full()) return;
  }
}

template <class History, class Declared>
constexpr void compare_enumerations(const History& history, const Declared& declared, finding_list& out) {
  for (enumeration_id e = 0; e < declared.enumeration_count && !out.is_full(); ++e) {
    const name id = declared.enumerations[e].id;
    const enumeration_id found = history.find_enumeration(id);
    if (found < 0) {
      out.add(
          {.broken = rule::history_lacks_enumeration, .table = id, .hint = history.nearest_enumeration(id)});
      continue;
    }
    i32 x = history.enumerations[found].first_label, y = declared.enumerations[e].first_label;
    while (x >= 0 && y >= 0 && history.labels[x].text->view() == declared.labels[y].text->view()) {
      x = history.labels[x].next;
      y = declared.labels[y].next;
    }
    if (x >= 0 || y >= 0)
      out.add({.broken = rule::labels_differ,
               .table = id,
               .object = x >= 0 ? history.labels[x].text : declared.labels[y].text});
  }
  for (enumeration_id e = 0; e < history.enumeration_count && !out.is_full(); ++e)
    if (history.enumerations[e].alive.holds(history.now) &&
        declared.find_enumeration(history.enumerations[e].id) < 0)
      out.add({.broken = rule::tables_lack_enumeration, .table = history.enumerations[e].id});
}

/// The source without an alias that a qualifier means; -1 for none.
template <class Line>
constexpr i16 find_source([[maybe_unused]] const Line& line, const sql::expression& query, u64 hash) {
  for (i16 i = 0; i < i16(query.node_count); ++i) {
    const sql::node& n = query.nodes[i];
    if (n.kind != sql::node_kind::source || n.first >= 0) continue;
    if constexpr (Line::has_schemas) {
      if (source_hash(line, query, n) == hash) return i;
    } else if (n.hash == hash) {
      return i;
    }
  }
  return -1;
}

/// Whether two nodes of queries name the same under the names of their ends; `at` is their place.
template <class History, class Declared>
constexpr bool same_named(const History& history, const table_span& a, const Declared& declared,
                          const table_span& b, u16 at) {
  const sql::node &x = a.query->tree->nodes[at], &y = b.query->tree->nodes[at];
  const i32 c = history.bindings[a.first_binding + at], d = declared.bindings[b.first_binding + at];
  if ((c < 0) != (d < 0)) return false;
  if (c < 0 || y.kind == sql::node_kind::item) return x.hash == y.hash;
  if (y.kind == sql::node_kind::source) return same_name(history.last_name(c), declared.last_name(d));
  return same_name(history.last_column(c).id, declared.last_column(d).id) &&
         same_name(history.last_name(history.columns[c].table),
                   declared.last_name(declared.columns[d].table));
}

constexpr bool names_something(sql::node_kind kind) {
  return kind == sql::node_kind::column || kind == sql::node_kind::source ||
         kind == sql::node_kind::qualifier || kind == sql::node_kind::alias || kind == sql::node_kind::item;
}

/// Whether a token of a query is a name, which its tree compares.
template <class Tree> constexpr bool is_name_in(const Tree& tree, u16 begin) {
  for (u16 i = 0; i < tree.node_count; ++i)
    if (const auto& n = tree.nodes[i]; n.begin == begin && n.size > 0 && names_something(n.kind)) return true;
  return false;
}

/// The next token of a query from one on that says something; AS, INNER, OUTER, ASC and SELECT's ALL do not.
template <class Statement> constexpr u16 next_word(const Statement& s, u16 at) {
  for (; at < s.token_count; ++at) {
    const auto& t = s.tokens[at];
    const bool is_all = at > 0 && t.hash == sql::word_all && s.tokens[at - 1].hash == sql::word_select;
    if (!is_all && t.symbol != ';' && t.hash != sql::word_as && t.hash != sql::word_inner &&
        t.hash != sql::word_outer && t.hash != sql::word_asc)
      break;
  }
  return at;
}

/// Whether the words between the names of two queries are the same: no node tells DISTINCT, ALL, LEFT, DESC.
template <class Statement> constexpr bool same_words(const Statement& x, const Statement& y) {
  u16 p = next_word(x, 0), q = next_word(y, 0);
  for (; p < x.token_count && q < y.token_count; p = next_word(x, p + 1), q = next_word(y, q + 1))
    if (x.tokens[p].hash != y.tokens[q].hash &&
        !(is_name_in(*x.tree, x.tokens[p].begin) && is_name_in(*y.tree, y.tokens[q].begin)))
      return false;
  return p >= x.token_count && q >= y.token_count;
}

/// Whether two views say the same, each under the names of its own end. A table that was renamed is called
/// by its new name in the declaration, where it has no other here.
template <class History, class Declared>
constexpr bool same_view(const History& history, const table_span& a, const Declared& declared,
                         const table_span& b) {
  const sql::expression &x = *a.query->tree, &y = *b.query->tree;
  if (x.node_count != y.node_count) return false;
  for (u16 i = 0; i < y.node_count; ++i) {
    const sql::node &p = x.nodes[i], &q = y.nodes[i];
    if (p.kind != q.kind || p.operation != q.operation || p.first != q.first || p.next != q.next)
      return false;
    if (q.kind != sql::node_kind::qualifier) {
      if (!same_named(history, a, declared, b, i)) return false;
    } else if (p.hash != q.hash && find_source(history, x, p.hash) != find_source(declared, y, q.hash)) {
      return false;
    }
  }
  return same_words(*a.query, *b.query);
}

template <class History, class Declared>
constexpr void compare_views(const History& history, const Declared& declared, finding_list& out) {
  for (table_id t = 0; t < declared.table_count && !out.is_full(); ++t) {
    if (!declared.tables[t].is_view) continue;
    const name id = declared.last_name(t);
    const table_id found = history.find_view(id);
    const bool is_kept = folding::is_materialized(declared, t);
    if (found < 0)
      out.add({.broken = rule::history_lacks_view, .table = id, .hint = history.nearest_table(id)});
    else if (folding::is_materialized(history, found) != is_kept)
      out.add({.broken = rule::history_lacks_view,
               .table = id,
               .other = is_kept ? text_view("materialized_view") : "view"});
    else if (!same_view(history, history.table_spans[history.tables[found].last_span], declared,
                        declared.table_spans[declared.tables[t].last_span]))
      out.add({.broken = rule::view_differs, .table = id});
    else if (is_kept)
      compare_objects(history, found, declared, t, out);
  }
  for (table_id t = 0; t < history.table_count && !out.is_full(); ++t)
    if (history.tables[t].is_view && history.tables[t].alive.holds(history.now) &&
        declared.find_view(history.last_name(t)) < 0)
      out.add({.broken = rule::tables_lack_view, .table = history.last_name(t)});
}

template <class History, class Declared>
constexpr void compare_extensions(const History& history, const Declared& declared, finding_list& out) {
  each_extension(declared, declared.now, [&](name id) {
    if (extension_at(history, id, history.now) == 0)
      out.add({.broken = rule::history_lacks_extension,
               .object = id,
               .hint = nearest_extension(history, id, history.now)});
    return !out.is_full();
  });
  each_extension(history, history.now, [&](name id) {
    if (extension_at(declared, id, declared.now) == 0)
      out.add({.broken = rule::tables_lack_extension, .object = id});
    return !out.is_full();
  });
}

/// What one side lacks is seldom a misspelling: only a near name is told then.
constexpr void drop_far_hints(finding_list& out) {
  for (u32 i = 0; i < out.count && i < most_findings; ++i) {
    finding& f = out.items[i];
    const text_view wanted = f.object.empty() ? f.table.view() : f.object.view();
    if (edit_distance(wanted, f.hint.view()) > 1 + wanted.size() / 4) f.hint = {};
  }
}

/// What differs between the end of a history and the declared tables, the first five of it. Matched by name;
/// the order of columns is not compared, since PostgreSQL appends.
template <class History, class Declared>
constexpr finding_list compare(const History& history, const Declared& declared) {
  finding_list out;
  compare_enumerations(history, declared, out);
  for (table_id t = 0; t < declared.table_count && !out.is_full(); ++t) {
    if (declared.tables[t].is_view) continue;
    const name id = declared.last_name(t);
    const table_id found = history.find_table(id);
    if (found < 0) {
      out.add({.broken = rule::history_lacks_table, .table = id, .hint = history.nearest_table(id)});
      continue;
    }
    if (const rule broken = trait_difference(history, found, -1, declared, t, -1); broken != rule::none)
      out.add({.broken = broken, .table = id});
    compare_columns(history, found, declared, t, out);
    if (!out.is_full()) compare_objects(history, found, declared, t, out);
  }
  for (table_id t = 0; t < history.table_count && !out.is_full(); ++t) {
    if (history.tables[t].is_view || !history.tables[t].alive.holds(history.now)) continue;
    const name id = history.last_name(t);
    if (declared.find_table(id) < 0)
      out.add({.broken = rule::tables_lack_table, .table = id, .hint = declared.nearest_table(id)});
  }
  compare_views(history, declared, out);
  if constexpr (History::has_extensions || Declared::has_extensions)
    if (!out.is_full()) compare_extensions(history, declared, out);
  if constexpr (History::has_routines || Declared::has_routines) compare_routines(history, declared, out);
  drop_far_hints(out);
  return out;
}

} // namespace schema
