// Floor 2. Generated columns: what their expressions may name, and who relies on it (PostgreSQL 15, 5.3;
// SQLite, "Generated Columns").
#pragma once

#include <schema/model/fold_object.hpp>

namespace schema::folding {

/// A generated column that stands and is worked out from this one; -1 for none.
template <class Timeline> constexpr column_id generated_from(const Timeline& line, column_id column) {
  for (column_id c = line.tables[line.columns[column].table].first_column; c >= 0; c = line.columns[c].next)
    if (const column_span& span = line.last_column(c);
        span.generated && line.columns[c].alive.to == forever && c != column &&
        names_column(line, {span.value->expression, span.value_binding}, column))
      return c;
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
  return accept_stable(line, table, bound) && types.run() && types.is_immutable() &&
         types.goes_into(span.id, *span.type, span.enumeration, assignment::generated);
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
