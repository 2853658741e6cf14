// Floor 2. What PostgreSQL calls a column of an index that is an expression (FigureIndexColname, version 15).
#pragma once

#include <schema/model/timeline.hpp>
#include <schema/sql/functions.hpp>

namespace schema {

/// A name that an expression suggests. A strong one, of a column or a function, is kept through casts and
/// CASE.
struct suggested_name {
  text_view text{};
  column_id column{-1}; ///< whose name it is
  bool is_strong{};
};

/// The name of a type in PostgreSQL's catalogue.
constexpr text_view catalogue_name(sql::cast_type type) {
  switch (type) {
  case sql::cast_type::boolean: return "bool";
  case sql::cast_type::smallint: return "int2";
  case sql::cast_type::integer: return "int4";
  case sql::cast_type::bigint: return "int8";
  case sql::cast_type::real: return "float4";
  case sql::cast_type::double_precision: return "float8";
  case sql::cast_type::numeric: return "numeric";
  case sql::cast_type::text: return "text";
  case sql::cast_type::varchar: return "varchar";
  case sql::cast_type::date: return "date";
  case sql::cast_type::timestamp: return "timestamp";
  case sql::cast_type::timestamptz: return "timestamptz";
  case sql::cast_type::uuid: return "uuid";
  case sql::cast_type::json: return "json";
  case sql::cast_type::jsonb: return "jsonb";
  case sql::cast_type::bytea: return "bytea";
  }
  return {};
}

constexpr text_view catalogue_name(const sql::function& called) {
  return called.id == sql::function_id::trim ? text_view("btrim") : called.name;
}

/// The name that the expression from node `at` on suggests, with columns as they are called at an instant.
template <class Timeline>
constexpr suggested_name suggest_name(const Timeline& line, const bound_expression& e, i16 at, u32 instant) {
  if (at < 0) return {};
  const sql::node& node = e.source->nodes[at];
  switch (node.kind) {
  case sql::node_kind::parenthesis:
  case sql::node_kind::case_else: return suggest_name(line, e, node.first, instant);
  case sql::node_kind::column: {
    const column_id column = line.bindings[e.first_binding + at];
    return {line.column_name(column, instant)->view(), column, true};
  }
  case sql::node_kind::call: {
    const sql::function* called = sql::find_function(node.hash);
    return {called ? catalogue_name(*called) : e.source->at(node), -1, true};
  }
  case sql::node_kind::cast: {
    const suggested_name inner = suggest_name(line, e, node.first, instant);
    if (inner.is_strong) return inner;
    const sql::cast_spelling* to = sql::find_cast_type(node.hash);
    return to ? suggested_name{catalogue_name(to->type)} : inner;
  }
  case sql::node_kind::case_when: {
    suggested_name otherwise;
    for (i16 arm = node.first; arm >= 0; arm = e.source->nodes[arm].next)
      if (e.source->nodes[arm].kind == sql::node_kind::case_else)
        otherwise = suggest_name(line, e, arm, instant);
    return otherwise.is_strong ? otherwise : suggested_name{"case"};
  }
  default: return {};
  }
}

/// The same of a whole key; `expr` where nothing suggests a name.
template <class Timeline>
constexpr suggested_name suggest_name(const Timeline& line, const bound_key& key, u32 instant) {
  if (key.column >= 0) return {line.column_name(key.column, instant)->view(), key.column, true};
  const suggested_name found = suggest_name(line, key.expression, key.expression.source->root, instant);
  return found.text.empty() ? suggested_name{"expr"} : found;
}

} // namespace schema
