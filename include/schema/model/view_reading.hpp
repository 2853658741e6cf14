// Floor 2. What views read: it can't be taken away, nor retyped (PostgreSQL 15, 5.14).
#pragma once

#include <schema/model/timeline.hpp>

namespace schema::folding {

/// Whether a table is a materialized view.
template <class Line> constexpr bool is_materialized(const Line& line, table_id table) {
  if constexpr (!Line::materializes)
    return false;
  else
    return line.tables[table].is_view &&
           line.instants[line.tables[table].alive.from].done->terms == materialized;
}

/// Calls `visit(id)` for the columns, or the tables, that a view's query reads, until one answers true;
/// returns whether one did. `kind` is that of the nodes: column, or source.
template <class Timeline, class Visit>
constexpr bool any_read(const Timeline& line, const table_span& view, sql::node_kind kind, Visit&& visit) {
  const sql::expression& tree = *view.query->tree;
  for (u16 i = 0; i < tree.node_count; ++i)
    if (tree.nodes[i].kind == kind && line.bindings[view.first_binding + i] >= 0 &&
        visit(line.bindings[view.first_binding + i]))
      return true;
  return false;
}

/// Whether a view reads a table or a view, directly.
template <class Timeline>
constexpr bool reads_table(const Timeline& line, const table_span& view, table_id table) {
  return any_read(line, view, sql::node_kind::source, [&](table_id read) { return read == table; });
}

/// A view that stands and reads a table or another view, `column` of it when that is not -1; -1 for none.
template <class Timeline>
constexpr table_id view_reading(const Timeline& line, table_id table, column_id column = -1) {
  for (table_id v = 0; line.view_count > 0 && v < line.table_count; ++v) {
    if (!line.tables[v].is_view || line.tables[v].alive.to != forever) continue;
    const table_span& view = line.table_spans[line.tables[v].last_span];
    if (column < 0 ? reads_table(line, view, table)
                   : any_read(line, view, sql::node_kind::column, [&](column_id c) { return c == column; }))
      return v;
  }
  return -1;
}

/// Refuses to take away, or to retype, what a view reads, a function or a trigger uses.
template <class Timeline>
constexpr bool accept_unread(Timeline& line, table_id table, column_id column = -1) {
  const table_id view = view_reading(line, table, column);
  if constexpr (Timeline::has_routines)
    if (view < 0) return accept_unused(line, table, column);
  if (view < 0) return true;
  finding f{.broken = rule::still_referenced, .table = line.last_name(table), .other = line.last_name(view)};
  if (column >= 0) f.object = line.last_column(column).id;
  return line.fail(f);
}

} // namespace schema::folding
