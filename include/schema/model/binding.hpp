// Floor 2. The names in an expression, resolved at their instant.
#pragma once

#include <schema/model/timeline.hpp>
#include <schema/sql/query.hpp>

namespace schema {

constexpr rule rule_of(sql::syntax_fault fault) {
  switch (fault) {
  case sql::syntax_fault::reserved_word: return rule::reserved_word_unquoted;
  case sql::syntax_fault::unknown_function: return rule::unknown_function;
  default: return rule::syntax_error;
  }
}

constexpr finding syntax_finding(rule broken, name table, text_view text, u16 begin, u16 size) {
  return {.broken = broken,
          .table = table,
          .object = text.substr(begin, size),
          .text = text.data(),
          .text_size = u32(text.size()),
          .begin = begin,
          .size = size};
}

/// The column that a node names in a table as it stands now; table -1 has no columns to name. -1, and the
/// timeline's finding, when there is none.
template <class Timeline>
constexpr column_id resolve(Timeline& line, table_id table, const sql::expression& source,
                            const sql::node& node) {
  const column_id found = table < 0 ? -1 : line.find_column(table, node.hash, source.at(node));
  if (found >= 0) return found;
  finding f =
      syntax_finding(table >= 0 ? rule::no_such_column : rule::default_names_column,
                     table >= 0 ? line.last_name(table) : nullptr, source.view(), node.begin, node.size);
  if (table >= 0) f.hint = line.nearest_column(table, sql::name_text(source, node));
  line.fail(f);
  return -1;
}

/// Resolves the column nodes of an expression. Returns whether all is well; a fault is the timeline's
/// finding.
template <class Timeline>
constexpr bool bind(Timeline& line, table_id table, const sql::expression* source, bound_expression& out) {
  if (!source) return true;
  if (source->fault != sql::syntax_fault::none)
    return line.fail(syntax_finding(rule_of(source->fault), table >= 0 ? line.last_name(table) : nullptr,
                                    source->view(), source->fault_begin, source->fault_size));
  out = {source, line.binding_count};
  for (u16 i = 0; i < source->node_count; ++i)
    if (source->nodes[i].kind != sql::node_kind::column)
      line.bindings[out.first_binding + i] = -1;
    else if ((line.bindings[out.first_binding + i] = resolve(line, table, *source, source->nodes[i])) < 0)
      return false;
  line.binding_count += source->node_count;
  return true;
}

/// What a name of a select's item is bound to: the item, not the column below it, which may be renamed.
constexpr column_id item_binding(i16 item) { return -2 - item; }

/// The column whose value a node is, by way of selects too; below 0 for none.
template <class Timeline>
constexpr column_id column_below(const Timeline& line, const bound_expression& e, i16 node) {
  column_id bound = line.bindings[e.first_binding + node];
  while (bound < -1 && bound > first_label_binding) bound = line.bindings[e.first_binding - 2 - bound];
  return bound;
}

/// Whether a bound expression names a column.
template <class Timeline>
constexpr bool names_column(const Timeline& line, const bound_expression& e, column_id column) {
  if (!e) return false;
  for (u16 i = 0; i < e.source->node_count; ++i)
    if (line.bindings[e.first_binding + i] == column) return true;
  return false;
}

/// The one column that an expression names; -1 when it names none or several.
template <class Timeline> constexpr column_id only_column(const Timeline& line, const bound_expression& e) {
  column_id only = -1;
  for (u16 i = 0; i < e.source->node_count; ++i) {
    const column_id c = line.bindings[e.first_binding + i];
    if (c < 0 || c == only) continue;
    if (only >= 0) return -1;
    only = c;
  }
  return only;
}

} // namespace schema
