// Floor 1. An expression as plain values: a flat tree over the text it was read from. It knows no schema.
#pragma once

#include <schema/sql/token.hpp>

namespace schema::sql {

enum class node_kind : u8 {
  column, ///< a name; hash is its hash_name; begin/size span it in the text, marks included
  number,
  string,
  boolean, ///< TRUE, FALSE
  null,
  current_time, ///< CURRENT_TIMESTAMP, CURRENT_DATE; hash tells which
  negate,       ///< - a
  logical_not,  ///< NOT a
  binary,       ///< a op b; operation says which
  is_null,      ///< a IS NULL
  is_not_null,
  is_true, ///< a IS TRUE
  is_false,
  is_not_true,
  is_not_false,
  is_distinct, ///< a IS DISTINCT FROM b
  is_not_distinct,
  between, ///< a BETWEEN b AND c
  not_between,
  in, ///< a IN (b, c, …)
  not_in,
  like, ///< a LIKE b
  not_like,
  call,      ///< function (a, b, …); hash is the function's hash_name, begin/size span its name
  cast,      ///< CAST(a AS type) and a::type; hash is the type's hash_name, begin/size span the type's text
  case_when, ///< CASE [operand] WHEN a THEN b … ELSE z END: children are arms and `otherwise`
  case_operand, ///< the operand of a simple CASE: one child
  case_arm,     ///< two children: condition, value
  case_else,    ///< one child
  parenthesis,  ///< ( a ): kept, so that text is rendered as it was written

  // In data statements alone; names are spanned by begin/size, hash is their hash_name.
  qualifier,     ///< the a of a.b: the child of its column
  every_column,  ///< * or a.*, and the argument of count(*)
  subquery,      ///< ( SELECT … ) as a value: one child
  exists,        ///< EXISTS ( SELECT … )
  select,        ///< children: with_query, source and join, condition, grouping, item, ordering, limit
  set_operation, ///< SELECT … UNION SELECT …: two selects
  with_query,    ///< name AS ( SELECT … )
  source,        ///< a table; child: alias, when it has one
  derived,       ///< ( SELECT … ) AS a: select, alias
  alias,
  condition, ///< ON, WHERE, HAVING: one child
  grouping,  ///< GROUP BY, or aggregates without: keys
  item,      ///< a AS name; size 0 for none
  ordering,
  limit,
  values, ///< children: row
  row,
  insert,      ///< source, columns, values or a select, conflict, returning
  update,      ///< source, assignment, more sources, condition, returning
  delete_rows, ///< source, condition, returning
  columns,
  assignment, ///< name = a
  conflict,   ///< ON CONFLICT: columns, assignment, condition
  returning   ///< children: item
};

enum class binary_operator : u8 {
  none,
  logical_or,
  logical_and,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  concatenate,
  json_get,
  json_get_text,
  dot ///< of a source: audit.event, which its node spans
};

/// Of no values of its own, so that an array of them costs a compiler nothing until it is filled.
struct node {
  node_kind kind;
  binary_operator operation;
  u16 begin; ///< offset in the text, bytes
  u16 size;
  i16 first; ///< first child, -1 for none
  i16 next;  ///< next sibling, -1 for none
  u64 hash;
};

enum class syntax_fault : u8 {
  none,
  unexpected,    ///< this token can't stand here
  ended_early,   ///< the text ends where more is needed
  reserved_word, ///< a reserved word used as a name without quotes: write "word"
  unknown_function,
  wrong_argument_count,
  unknown_type,    ///< of a cast
  not_supported,   ///< SQL that the parser knows and the library does not carry; `execute` is the way out
  aggregate,       ///< count, sum, … : one row has none
  too_deep,        ///< nested over most_nesting levels
  too_long,        ///< over 65,535 bytes, or more nodes than the storage has
  bad_token,       ///< an unterminated string or comment, or a byte that SQL does not use
  many_statements, ///< text after the `;`
  unbalanced       ///< a parenthesis without its partner
};

/// An expression that was read once, at its literal. `nodes` are the tree, `root` its top.
struct expression {
  const char* text{};
  u32 size{};
  const node* nodes{};
  u16 node_count{};
  i16 root{-1};
  u64 hash{}; ///< canonical: over tokens, case of words and white space left out
  syntax_fault fault{};
  u16 fault_begin{}; ///< where in the text, bytes
  u16 fault_size{};
  i16 volatile_node{-1}; ///< the first call that changes from one statement to the next; -1 for none

  constexpr text_view view() const { return {text, size}; }
  constexpr text_view at(const node& n) const { return {text + n.begin, n.size}; }
  /// The node within all parentheses around it.
  constexpr i16 inside(i16 i) const {
    while (nodes[i].kind == node_kind::parenthesis) i = nodes[i].first;
    return i;
  }
};

/// Whether an SQL literal, in its marks, is a text.
constexpr bool is_literal_of(text_view literal, text_view text) {
  if (literal.size() < text.size() + 2 || literal[0] != '\'') return false;
  std::size_t at = 1;
  for (std::size_t i = 0; i < text.size(); ++i, ++at) {
    if (literal[at] != text[i]) return false;
    if (text[i] == '\'') ++at; // it is doubled
  }
  return at + 1 == literal.size();
}

} // namespace schema::sql
