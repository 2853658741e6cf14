// What holds for any bytes that the parsers are given, whether they are SQL or not.
#pragma once

#include <schema/sql/parser.hpp>
#include <schema/sql/query.hpp>

#include <memory>
#include <string_view>

namespace test {

/// Whether a tree holds together: children stand before their parents, every node has one, and its text is in
/// the text.
inline bool is_tree(const schema::sql::expression& e) {
  if (e.root < 0 || e.root >= e.node_count) return false;
  int parents = 0;
  for (schema::i16 i = 0; i < schema::i16(e.node_count); ++i) {
    const schema::sql::node& n = e.nodes[i];
    if (n.begin + n.size > e.size) return false;
    for (schema::i16 child = n.first; child >= 0; child = e.nodes[child].next, ++parents)
      if (child >= i) return false;
  }
  return parents + 1 == e.node_count; // all but the root
}

template <class Read> bool is_fault_inside(const Read& read) {
  return schema::u32(read.fault_begin) + read.fault_size <= read.size;
}

/// Reads bytes as an expression, as a data statement, as a query and as a script. Returns whether all that
/// must hold does.
inline bool holds(std::string_view bytes) {
  using namespace schema::sql;
  static const auto large = std::make_unique<expression_parser<8192>>();
  static const auto small = std::make_unique<expression_parser<16>>();
  if (bytes.size() > longest_text) return true;

  const expression e = parse_expression(bytes, *large);
  if (e.fault == syntax_fault::none ? !is_tree(e) : e.root >= 0 || !is_fault_inside(e)) return false;
  const auto hash = e.hash;
  const auto fault = e.fault;
  const expression again = parse_expression(bytes, *small);
  if (again.fault != syntax_fault::too_long && (again.fault != fault || again.hash != hash)) return false;

  const statement s = parse_statement(bytes, *large);
  if (!is_fault_inside(s)) return false;
  if (s.fault == syntax_fault::none) {
    if (!is_tree(*s.tree) || s.kind == statement_kind::other || s.sent_size > s.size) return false;
    if (s.target().kind != node_kind::source) return false;
    schema::u32 behind = 0;
    for (schema::u32 i = 0; i < s.token_count; ++i) {
      if (s.tokens[i].begin < behind || s.tokens[i].size == 0) return false;
      behind = s.tokens[i].begin + s.tokens[i].size;
    }
    if (behind != s.sent_size) return false;
  }
  const statement once_more = parse_statement(bytes, *small);
  if (!is_fault_inside(once_more)) return false;

  const statement query = parse_statement(bytes, *large, grammar::query);
  if (!is_fault_inside(query)) return false;
  if (query.fault == syntax_fault::none)
    if (!is_tree(*query.tree) || query.kind != statement_kind::query || column_count(*query.tree) == 0)
      return false;

  return is_fault_inside(parse_script(bytes));
}

} // namespace test
