// Floor 2. Generated columns: what their expressions may name, and who relies on it (PostgreSQL 15, 5.3;
// SQLite, "Generated Columns").
#pragma once

#include <schema/model/fold_object.hpp>

namespace schema::folding {

/// A generated column that stands and is worked out from this one; -1 for none.
template <class Timeline> constexpr column_id generated_from(const Timeline& line, column_id column) {
  if (line.generated_count == 0) return -1;
  for (column_id c = line.tables[line.columns[column].table].first_column; c >= 0; c = line.columns[c].next)
    if (const column_span& span = line.last_column(c);
        span.generated && line.columns[c].alive.to == forever && c != column &&
        names_column(line, {span.value->expression, span.value_binding}, column))
      return c;
  return -1;
}

/// Whether PostgreSQL works a node out when it reads the expression: no column has a say in it.
constexpr bool is_worked_out_at_once(const sql::expression& e, i16 i) {
  const sql::node& n = e.nodes[i];
  if (n.kind == sql::node_kind::column) return false;
  if (n.kind == sql::node_kind::call && sql::find_function(n.hash)->id == sql::function_id::coalesce)
    return is_worked_out_at_once(e, n.first);
  if (n.kind == sql::node_kind::case_when) // its operand, or the condition of the first arm
    if (!is_worked_out_at_once(e, e.nodes[n.first].first)) return false;
  const bool by_any = n.kind == sql::node_kind::case_when ||
                      n.operation == sql::binary_operator::logical_or ||
                      n.operation == sql::binary_operator::logical_and;
  for (i16 child = n.first; child >= 0; child = e.nodes[child].next)
    if (is_worked_out_at_once(e, child) == by_any) return by_any;
  return !by_any;
}

/// Whether a node compares texts, or changes their case, and so needs their collation. Aggregates apart.
template <class Types> constexpr bool needs_collation(const sql::expression& e, Types&& types, i16 i) {
  using kind = sql::node_kind;
  const sql::node& n = e.nodes[i];
  switch (n.kind) {
  case kind::like:
  case kind::not_like: return true;
  case kind::call:
    switch (sql::find_function(n.hash)->id) {
    case sql::function_id::lower:
    case sql::function_id::upper:
    case sql::function_id::replace:
    case sql::function_id::strpos: return true;
    case sql::function_id::nullif:
    case sql::function_id::greatest:
    case sql::function_id::least: break;
    default: return false;
    }
    break;
  case kind::case_when:
    if (e.nodes[n.first].kind != kind::case_operand) return false;
    return types[n.first] == value_type::text || is_untyped(types[n.first]);
  case kind::binary:
    if (n.operation < sql::binary_operator::equal || n.operation > sql::binary_operator::greater_equal)
      return false;
    break;
  case kind::is_distinct:
  case kind::is_not_distinct:
  case kind::between:
  case kind::not_between:
  case kind::in:
  case kind::not_in: break;
  default: return false;
  }
  bool is_untyped_all = true;
  for (i16 child = n.first; child >= 0; child = e.nodes[child].next) {
    if (types[child] == value_type::text) return true;
    is_untyped_all = is_untyped_all && is_untyped(types[child]);
  }
  return is_untyped_all;
}

/// Whether PostgreSQL compares constants in a node at once: it asks a list, and the arms of a CASE, one by
/// one.
constexpr bool compares_constants(const sql::expression& e, i16 i) {
  using kind = sql::node_kind;
  const sql::node& n = e.nodes[i];
  switch (n.kind) {
  case kind::in:
  case kind::not_in:
  case kind::between:
  case kind::not_between:
  case kind::case_when: break;
  default: return is_worked_out_at_once(e, i);
  }
  if (!is_worked_out_at_once(e, n.first)) return false;
  for (i16 one = e.nodes[n.first].next; one >= 0; one = e.nodes[one].next)
    if (e.nodes[one].kind != kind::case_else &&
        is_worked_out_at_once(e, e.nodes[one].kind == kind::case_arm ? e.nodes[one].first : one))
      return true;
  return false;
}

/// What PostgreSQL 15 works out of constants before it has a collation for them (heap.c, cookDefault); -1 for
/// none.
template <class Types> constexpr i16 text_of_constants(const sql::expression& e, Types&& types) {
  for (i16 i = 0; i < i16(e.node_count); ++i)
    if (needs_collation(e, types, i) && compares_constants(e, i)) return i;
  return -1;
}

/// Binds the expression of a generated column. All columns of its table stand.
template <class Timeline> constexpr bool accept_generated(Timeline& line, column_id column) {
  const table_id table = line.columns[column].table;
  column_span& span = line.column_spans[line.columns[column].last_span];
  if (span.identity)
    return line.fail(
        {.broken = rule::generated_with_default, .table = line.last_name(table), .object = span.id});
  bound_expression bound;
  if (!bind(line, table, span.value->expression, bound)) return false;
  span.value_binding = bound.first_binding;
  for (u16 i = 0; i < bound.source->node_count; ++i) {
    const column_id read = line.bindings[bound.first_binding + i];
    if (read < 0 || !line.last_column(read).generated) continue;
    const sql::node& n = bound.source->nodes[i];
    finding f = syntax_finding(rule::generated_from_generated, line.last_name(table), bound.source->view(),
                               n.begin, n.size);
    f.other = span.id;
    return line.fail(f);
  }
  type_checker<Timeline> types{line, table, bound};
  if (!accept_stable(line, table, bound) || !types.run() || !types.is_immutable()) return false;
  if constexpr (Timeline::has_traits)
    if (!accept_collations(types)) return false;
  if (const i16 at = text_of_constants(*bound.source, &line.types[types.base]); at >= 0)
    return line.fail(syntax_finding(rule::generated_from_constants, line.last_name(table),
                                    bound.source->view(), bound.source->nodes[at].begin,
                                    bound.source->nodes[at].size));
  return types.goes_into(span.id, *span.type, span.enumeration, assignment::generated);
}

/// Binds those of a table's generated columns that are not bound yet.
template <class Timeline> constexpr bool accept_generated_columns(Timeline& line, table_id table) {
  for (column_id c = line.tables[table].first_column; c >= 0; c = line.columns[c].next) {
    const column_span& span = line.last_column(c);
    if (span.generated && span.value_binding < 0 && !accept_generated(line, c)) return false;
  }
  return true;
}

} // namespace schema::folding
