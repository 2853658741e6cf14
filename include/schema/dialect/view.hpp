// Floor 3. Views.
#pragma once

#include <schema/dialect/change.hpp>
#include <schema/dialect/create.hpp>
#include <schema/dialect/statement.hpp>
#include <schema/sql/query.hpp>

namespace schema {

/// What a query names, as it is called at an instant.
template <class Line> struct query_names {
  const Line& line;
  const table_span& view;
  u32 instant{};

  constexpr const sql::node* nodes() const { return view.query->tree->nodes; }
  /// What a node names now; null when it is bound to nothing.
  constexpr name now(u16 i) const {
    const i32 bound = line.bindings[view.first_binding + i];
    if (bound < 0) return nullptr;
    return nodes()[i].kind == sql::node_kind::source   ? line.table_name(bound, instant)
           : nodes()[i].kind == sql::node_kind::column ? line.column_name(bound, instant)
                                                       : nullptr;
  }
  constexpr bool is_renamed(u16 i) const {
    const name is = now(i);
    if (!is) return false;
    const text_view written = view.query->tree->at(nodes()[i]);
    return is->hash != nodes()[i].hash || !Line::means(is, written); // another case is another name
  }
  constexpr bool is_any_renamed() const {
    for (u16 i = 0; i < view.query->tree->node_count; ++i)
      if (is_renamed(i)) return true;
    return false;
  }

  constexpr bool is_pair(u16 i) const {
    return Line::has_schemas && nodes()[i].operation == sql::binary_operator::dot;
  }
  /// How many tokens the name has that begins with this one.
  constexpr u32 tokens_at(u32 token) const { return is_pair(u16(node_at(token))) ? 3 : 1; }
  /// The renamed node of a token; -1 for none.
  constexpr i32 node_at(u32 token) const {
    const sql::token& t = view.query->tokens[token];
    if (t.kind != sql::token_kind::word && t.kind != sql::token_kind::quoted_word) return -1;
    for (u16 i = 0; i < view.query->tree->node_count; ++i)
      if (nodes()[i].begin == t.begin && (nodes()[i].size == t.size || is_pair(i)) && is_renamed(i)) return i;
    return -1;
  }
  constexpr u32 next(u32 token) const {
    while (token < view.query->token_count && node_at(token) < 0) ++token;
    return token;
  }
  /// Whether the rest of the query calls by the old name what has no other: a table, an item of a select.
  constexpr bool is_called_by_it(u16 i) const {
    if (nodes()[i].kind == sql::node_kind::source) return nodes()[i].first < 0;
    for (u16 item = 0; item < view.query->tree->node_count; ++item)
      if (nodes()[item].kind == sql::node_kind::item && nodes()[item].size == 0 &&
          nodes()[item].first == i16(i))
        return true;
    return false;
  }
  template <class R> constexpr void write(R& r, u32 token) const {
    const u16 i = u16(node_at(token));
    r.out.identifier(now(i));
    if (!is_called_by_it(i)) return;
    text_view called = view.query->tree->at(nodes()[i]);
    if (is_pair(i)) called = called.substr(called.find('.') + 1);
    r.out << " AS " << called;
  }
};

/// CREATE VIEW with the names of its columns: SQLite's RENAME COLUMN would take another's along otherwise.
template <class R> constexpr void write_create_view(R& r, table_id view, u32 instant, bool replaces = false) {
  const table_span& span = r.line.table_at(view, instant);
  r.out.begin();
  const bool is_kept = folding::is_materialized(r.line, view);
  r.out << (is_kept    ? text_view("CREATE MATERIALIZED VIEW ")
            : replaces ? "CREATE OR REPLACE VIEW "
                       : "CREATE VIEW ");
  r.out.identifier(span.id);
  packed_word before = " (";
  each_column(r.line, view, instant, [&](column_id c) {
    r.out.identifier(before, r.line.column_name(c, instant));
    before = ", ";
  });
  r.out << ") AS ";
  const query_names<std::remove_cvref_t<decltype(r.line)>> names{r.line, span, instant};
  if (names.is_any_renamed())
    write_statement(r, *span.query, names);
  else
    write_statement(r, *span.query);
  r.out.end();
  if (is_kept) create_indexes(r, view, instant);
}

/// Up alone: on the way back what it reads is as it was before, or soon will be, and it is as old as it was.
template <class R> constexpr void refresh_view(R& r, table_id view, const change& c) {
  if (c.down) return;
  r.out.begin();
  r.out << "REFRESH MATERIALIZED VIEW ";
  if (refreshes_concurrently(r.line, view, c.to)) r.out << "CONCURRENTLY ";
  r.out.identifier(r.line.table_name(view, c.to));
  r.out.end();
}

/// Another query. PostgreSQL's CREATE OR REPLACE takes columns behind those that stand, and no other change.
template <class R> constexpr void replace_view(R& r, table_id view, const change& c) {
  const bool replaces = !r.is_sqlite && folding::keeps_columns(r.line, view, c.from, c.to);
  if (!replaces) write_drop_table(r, view, c.from);
  write_create_view(r, view, c.to, replaces);
}

/// Views that stand before and after a change and, by way of others too, read a table: in the order in which
/// they can be made.
template <class Line> struct readers {
  const Line& line;
  const change& c;
  bool is_found[Line::room.tables + 1]{};
  table_id order[Line::room.tables + 1]{};
  u32 count{};

  /// Whether a view reads a table, or a view, for which `is` answers true.
  template <class Is> constexpr bool reads(table_id view, Is&& is) const {
    return folding::any_read(line, line.table_at(view, c.from), sql::node_kind::source, is);
  }
  /// `touched(table)`: whether the change touches it.
  template <class Touched> constexpr void find(Touched&& touched) {
    u32 found = 0;
    for (bool grows = line.view_count > 0; grows;) {
      grows = false;
      for (table_id v = 0; v < line.table_count; ++v) {
        const bool stays =
            line.tables[v].is_view && line.tables[v].alive.holds(c.from) && line.tables[v].alive.holds(c.to);
        if (!stays || is_found[v]) continue;
        if (!reads(v, [&](table_id t) { return is_found[t] || touched(t); })) continue;
        is_found[v] = grows = true;
        ++found;
      }
    }
    bool is_placed[Line::room.tables + 1]{};
    while (count < found)
      for (table_id v = 0; v < line.table_count; ++v)
        if (is_found[v] && !is_placed[v] &&
            !reads(v, [&](table_id t) { return is_found[t] && !is_placed[t]; })) {
          is_placed[v] = true;
          order[count++] = v;
        }
  }
};

/// Takes views out of the way of a change, and makes them again behind it.
template <class R, class Found, class Change>
constexpr void without_views(R& r, const change& c, const Found& found, Change&& carry_out) {
  for (u32 i = found.count; i-- > 0;) write_drop_table(r, found.order[i], c.from);
  carry_out();
  for (u32 i = 0; i < found.count; ++i) write_create_view(r, found.order[i], c.to);
}

/// The same with the views that read a table. SQLite's ALTER looks at all triggers: those that use such a
/// view step aside as well.
template <class R, class Touched, class Change>
constexpr void without_readers(R& r, const change& c, Touched&& touched, Change&& carry_out) {
  if (r.line.view_count == 0) return carry_out();
  readers<std::remove_cvref_t<decltype(r.line)>> found{r.line, c};
  found.find(touched);
  if constexpr (R::has_routines) {
    const auto uses_one = [&](const routine_life& trigger) {
      bool uses = false;
      for (u32 i = 0; i < found.count && r.is_sqlite; ++i)
        uses = uses || uses_table(r.line, trigger, found.order[i]);
      return uses;
    };
    without_triggers(r, c, uses_one, [&] { without_views(r, c, found, carry_out); });
  } else {
    without_views(r, c, found, carry_out);
  }
}

} // namespace schema
