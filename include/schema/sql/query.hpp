// Floor 1. The columns that a select gives, as its tree tells them.
#pragma once

#include <schema/sql/expression.hpp>

namespace schema::sql {

/// The first item of a select, of several the first one's; -1 for none.
constexpr i16 first_item(const node* nodes, i16 select) {
  while (nodes[select].kind == node_kind::set_operation) select = nodes[select].first;
  i16 i = nodes[select].first;
  while (i >= 0 && nodes[i].kind != node_kind::item) i = nodes[i].next;
  return i;
}
constexpr i16 next_item(const node* nodes, i16 item) {
  const i16 next = nodes[item].next;
  return next >= 0 && nodes[next].kind == node_kind::item ? next : i16(-1);
}

/// The node that names an item: its alias, or the column that it is; -1 for an item without a name.
constexpr i16 naming_node(const node* nodes, i16 item) {
  if (nodes[item].size) return item;
  const i16 value = nodes[item].first;
  return nodes[value].kind == node_kind::column ? value : i16(-1);
}

/// The text of a name, without its marks.
constexpr text_view name_text(const expression& tree, const node& n) {
  const text_view text = tree.at(n);
  return !text.empty() && text[0] == '"' ? text.substr(1, text.size() - 2) : text;
}

/// The place of the item that a key of ORDER BY or GROUP BY, a number, stands for: from 1 on, 0 for none.
constexpr u32 item_place(const expression& tree, const node& key) {
  u32 place = 0;
  if (key.kind != node_kind::number || key.size > 2) return 0;
  for (const char c : tree.at(key)) {
    if (!is_digit(c)) return 0;
    place = place * 10 + u32(c - '0');
  }
  return place;
}

/// How many columns a query gives; 0 of a text that is none.
constexpr u32 column_count(const expression& query) {
  if (query.fault != syntax_fault::none || query.root < 0) return 0;
  u32 count = 0;
  for (i16 i = first_item(query.nodes, query.root); i >= 0; i = next_item(query.nodes, i)) ++count;
  return count;
}

} // namespace schema::sql
