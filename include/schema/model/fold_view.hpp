// Floor 2. Views enter the timeline, are replaced and leave it. A view is a table that has a query in the
// place of rows: what reads a table may read it.
#pragma once

#include <schema/model/fold_column.hpp>
#include <schema/model/statement_checker.hpp>

namespace schema::folding {

/// The type of a view's column that is worked out: no column of a table lends it one.
constexpr column_type computed_type(type_kind kind) {
  return {.kind = kind, .storage = kind == type_kind::numeric ? sqlite_storage::real : sqlite_storage::none};
}
template <type_kind Kind> inline constexpr column_type computed_type_of = computed_type(Kind);

constexpr const column_type* computed_type_for(value_type type) {
  switch (type) {
  case value_type::boolean: return &computed_type_of<type_kind::boolean>;
  case value_type::smallint: return &computed_type_of<type_kind::smallint>;
  case value_type::integer: return &computed_type_of<type_kind::integer>;
  case value_type::bigint: return &computed_type_of<type_kind::bigint>;
  case value_type::real: return &computed_type_of<type_kind::real>;
  case value_type::double_precision: return &computed_type_of<type_kind::double_precision>;
  case value_type::numeric: return &computed_type_of<type_kind::numeric>;
  case value_type::bytes: return &computed_type_of<type_kind::bytes>;
  case value_type::date: return &computed_type_of<type_kind::date>;
  case value_type::timestamp: return &computed_type_of<type_kind::timestamp>;
  case value_type::timestamptz: return &computed_type_of<type_kind::timestamptz>;
  case value_type::uuid: return &computed_type_of<type_kind::uuid>;
  case value_type::json: return &computed_type_of<type_kind::json>;
  default: return &computed_type_of<type_kind::text>; // NULL and literals are texts (PostgreSQL 15, 10.6)
  }
}

/// Whether a view comes, by way of others, to read `wanted`.
template <class Timeline>
constexpr bool depends_on(const Timeline& line, const table_span& view, table_id wanted) {
  return any_read(line, view, sql::node_kind::source, [&](table_id read) {
    return read == wanted || (line.tables[read].is_view &&
                              depends_on(line, line.table_spans[line.tables[read].last_span], wanted));
  });
}

/// Checks a view's query and keeps its bindings. `view` gets its first binding.
template <class Timeline> constexpr bool accept_query(Timeline& line, const operation& o, table_span& view) {
  if (o.up->fault != sql::syntax_fault::none) {
    finding f =
        syntax_finding(rule_of(o.up->fault), o.from, o.up->view(), o.up->fault_begin, o.up->fault_size);
    return line.fail(f);
  }
  statement_checker<Timeline> checker{line, *o.up};
  if (!checker.run_query()) {
    if (line.found.table.empty()) line.found.table = o.from; // what names no table is told of the view
    return false;
  }
  view.query = o.up;
  view.first_binding = line.binding_count;
  line.binding_count += o.up->tree->node_count;
  return true;
}

/// A column of a view: one of a table lends it its type.
template <class Timeline>
constexpr column_span view_column(const Timeline& line, const table_span& view, i16 item, name id) {
  const bound_expression e{view.query->tree, view.first_binding};
  const column_id below = column_below(line, e, item);
  column_span made{.alive = {line.now, forever}, .id = id, .nullable = true};
  if (below >= 0) {
    made.type = line.last_column(below).type;
    made.enumeration = line.last_column(below).enumeration;
  } else {
    made.type = computed_type_for(line.types[view.first_binding + item]);
  }
  return made;
}

/// Holds the columns of a view's query against those that it has, and makes the others. Those that stand at
/// the same places under the same names with the same types stay, up to the first that does not.
template <class Timeline>
constexpr bool put_view_columns(Timeline& line, table_id t, const operation& o, const table_span& view) {
  column_id had = line.tables[t].first_column;
  bool stays = true;
  const sql::node* const nodes = view.query->tree->nodes;
  i16 item = sql::first_item(nodes, view.query->tree->root);
  const auto end_from = [&](column_id c) {
    for (; c >= 0; c = line.columns[c].next)
      if (line.columns[c].alive.to == forever) line.end_column(c);
  };
  for (u16 i = 0; i < o.label_count; ++i, item = sql::next_item(nodes, item)) {
    const name id = o.labels[i];
    if (id->size == 0)
      return line.fail(syntax_finding(rule::view_column_unnamed, o.from, view.query->view(),
                                      nodes[nodes[item].first].begin, nodes[nodes[item].first].size));
    if (!accept_name(line, id, o.from)) return false;
    const column_span made = view_column(line, view, item, id);
    while (had >= 0 && line.columns[had].alive.to != forever) had = line.columns[had].next;
    if (stays && had >= 0 && same_name(line.last_column(had).id, id) &&
        *line.last_column(had).type == *made.type) {
      had = line.columns[had].next;
      continue;
    }
    if (stays) end_from(had);
    stays = false;
    had = -1;
    if (line.has_column(t, id->hash))
      return line.fail({.broken = rule::declared_twice, .table = o.from, .object = id});
    line.put_column(t, line.column_place(t, id->hash), id->hash, made);
    line.link_columns(t, line.column_count - 1);
    if (made.enumeration >= 0) ++line.enumerations[made.enumeration].users;
  }
  if (stays) end_from(had);
  return true;
}

constexpr bool is_of_view(operation_kind kind) {
  return kind == operation_kind::create_view || kind == operation_kind::drop_view ||
         kind == operation_kind::refresh_view;
}
/// What an operation on materialized views is called.
constexpr text_view view_word(const operation& o) {
  return o.kind == operation_kind::refresh_view  ? "refresh_materialized_view"
         : o.kind == operation_kind::create_view ? "create_materialized_view"
                                                 : "drop_materialized_view";
}

template <class Timeline> constexpr bool create_view(Timeline& line, const operation& o) {
  table_span view;
  if (!accept_query(line, o, view)) return false;
  const table_id t = line.make_table(o.from, entry_kind::view);
  ++line.view_count;
  line.tables[t].is_view = true;
  line.instants[line.now].table = t;
  table_span& first = line.table_spans[line.tables[t].first_span];
  first.query = view.query;
  first.first_binding = view.first_binding;
  return put_view_columns(line, t, o, first);
}

template <class Timeline> constexpr table_id find_written_view(Timeline& line, const operation& o) {
  const table_id found = line.find_view(o.from);
  if (found < 0) {
    fail_missing(line, o.from,
                 {.broken = rule::no_such_view, .object = o.from, .hint = line.nearest_table(o.from)});
    return -1;
  }
  if constexpr (Timeline::materializes)
    if (is_materialized(line, found) != (o.terms == materialized)) {
      line.fail({.broken = rule::view_of_another_kind,
                 .table = o.from,
                 .other = is_materialized(line, found) ? text_view("materialized_view") : "view"});
      return -1;
    }
  line.instants[line.now].table = found;
  return found;
}

/// Whether all columns that stood at one instant stand at another, in the same order before any others.
template <class Line> constexpr bool keeps_columns(const Line& line, table_id view, u32 from, u32 to) {
  for (column_id c = line.tables[view].first_column; c >= 0; c = line.columns[c].next)
    if (line.columns[c].alive.holds(from) && !line.columns[c].alive.holds(to)) return false;
  return true;
}

template <class Timeline> constexpr bool replace_view(Timeline& line, const operation& o) {
  const table_id t = find_written_view(line, o);
  if (t < 0) return false;
  table_span view;
  if (!accept_query(line, o, view)) return false;
  if (depends_on(line, view, t)) return line.fail({.broken = rule::view_reads_itself, .table = o.from});
  table_life& life = line.tables[t];
  line.table_spans[life.last_span].alive.to = line.now;
  line.table_spans[life.last_span].next = line.table_span_count;
  life.last_span = line.table_span_count;
  table_span& next = line.table_spans[line.table_span_count++];
  next = {{line.now, forever}, o.from, -1, view.query, view.first_binding};
  if (!put_view_columns(line, t, o, next)) return false;
  const bool is_same =
      keeps_columns(line, t, line.now - 1, line.now) && keeps_columns(line, t, line.now, line.now - 1);
  return is_same || accept_unread(line, t); // what reads it would hold PostgreSQL's DROP VIEW up
}

template <class Timeline> constexpr bool drop_view(Timeline& line, const operation& o) {
  const table_id t = find_written_view(line, o);
  if (t < 0 || !accept_unread(line, t)) return false;
  for (column_id c = line.tables[t].first_column; c >= 0; c = line.columns[c].next)
    if (line.columns[c].alive.to == forever) line.end_column(c);
  if constexpr (Timeline::materializes)
    for (object_id x = line.tables[t].first_object; x >= 0; x = line.objects[x].next)
      if (line.objects[x].alive.to == forever) end_object(line, x);
  line.unlink(o.from->hash, entry_kind::view, t);
  line.tables[t].alive.to = line.table_spans[line.tables[t].last_span].alive.to = line.now;
  return true;
}

} // namespace schema::folding
