// Floor 2. The names in an expression, resolved at their instant.
#pragma once

#include <schema/model/timeline.hpp>

namespace schema {

constexpr rule rule_of(sql::syntax_fault fault) {
  switch (fault) {
  case sql::syntax_fault::reserved_word: return rule::reserved_word_unquoted;
  case sql::syntax_fault::unknown_function: return rule::unknown_function;
  default: return rule::syntax_error;
  }
}

constexpr finding syntax_finding(rule broken, name table, std::string_view text, u16 begin, u16 size) {
  return {.broken = broken,
          .table = table,
          .object = text.substr(begin, size),
          .text = text.data(),
          .text_size = u32(text.size()),
          .begin = begin,
          .size = size};
}

/// Resolves the column nodes of an expression against a table as it stands now; table -1 has no columns to
/// name. Returns whether all is well; a fault is the timeline's finding.
template <class Timeline>
constexpr bool bind(Timeline& line, table_id table, const sql::expression* source, bound_expression& out) {
  if (!source) return true;
  const name of = table >= 0 ? line.table_name(table, line.now) : nullptr;
  if (source->fault != sql::syntax_fault::none)
    return line.fail(
        syntax_finding(rule_of(source->fault), of, source->view(), source->fault_begin, source->fault_size));
  out.source = source;
  out.first_binding = line.binding_count;
  for (u16 i = 0; i < source->node_count; ++i) {
    const sql::node& node = source->nodes[i];
    column_id column = -1;
    if (node.kind == sql::node_kind::column) {
      std::string_view text = source->at(node);
      const bool is_quoted = text.size() > 1 && text[0] == '"';
      if (is_quoted) text = text.substr(1, text.size() - 2);
      if (table >= 0) column = line.find_column(table, node.hash, text, is_quoted);
      if (column < 0) {
        finding f = syntax_finding(table >= 0 ? rule::no_such_column : rule::default_names_column, of,
                                   source->view(), node.begin, node.size);
        if (table >= 0) f.hint = line.nearest_column(table, text);
        return line.fail(f);
      }
    }
    line.bindings[line.binding_count++] = column;
  }
  return true;
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
