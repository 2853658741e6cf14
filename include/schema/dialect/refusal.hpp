// Floor 3. What SQLite can't be given in PostgreSQL's meaning, for the rules to refuse. One table for all of
// it: what is not refused here is translated in expression.hpp, cast.hpp and statement.hpp.
#pragma once

#include <schema/dialect/cast.hpp>
#include <schema/dialect/statement.hpp>

namespace schema {

enum class refusal_reason : u8 {
  none,
  cast,         ///< the operand may not be a value of the type: SQLite's CAST would make it one in silence
  like_pattern, ///< LIKE with a pattern that is no literal: it can't become GLOB, and SQLite's LIKE folds
                ///< case
  volatile_function, ///< now() and the like in a CHECK, an index or a predicate
  order_of_labels,   ///< < and the like on enumerations: text sorts otherwise than labels
  json_comparison,   ///< = of json: SQLite compares text
  not_in_statements, ///< ::, ILIKE, INTERVAL and the like in a data statement
  numeric_as_integer ///< a numeric with digits behind the point, kept as an integer
};

/// Where an expression stands.
enum class expression_place : u8 { check, index, default_value, conversion };

/// Why something is refused, and where in its text; bytes.
struct refusal {
  refusal_reason reason{};
  u16 begin{}, size{};
  constexpr explicit operator bool() const { return reason != refusal_reason::none; }
};

namespace refusing {

constexpr bool is_order(sql::binary_operator operation) {
  return operation >= sql::binary_operator::less && operation <= sql::binary_operator::greater_equal;
}
constexpr bool is_comparison(sql::binary_operator operation) {
  return operation >= sql::binary_operator::equal && operation <= sql::binary_operator::greater_equal;
}

template <class Line>
constexpr refusal_reason reason_of(const Line& line, const bound_expression& e, i16 i, u32 instant,
                                   cast_place place, bool is_stored) {
  const sql::node& n = e.source->nodes[i];
  const auto kind = [&](i16 of) { return family_of(line, e, of, instant); };
  switch (n.kind) {
  case sql::node_kind::cast: {
    const sql::cast_spelling* to = sql::find_cast_type(n.hash);
    const bool literal = e.source->nodes[n.first].kind == sql::node_kind::string;
    if (to && cast_on_sqlite(kind(n.first), to->type, place, literal) != cast_form::refused) return {};
    // The cast of NULL is NULL.
    return e.source->nodes[n.first].kind == sql::node_kind::null ? refusal_reason{} : refusal_reason::cast;
  }
  case sql::node_kind::like:
  case sql::node_kind::not_like: {
    const i16 pattern = e.source->nodes[n.first].next;
    return e.source->nodes[pattern].kind == sql::node_kind::string ? refusal_reason{}
                                                                   : refusal_reason::like_pattern;
  }
  case sql::node_kind::current_time: return is_stored ? refusal_reason::volatile_function : refusal_reason{};
  case sql::node_kind::call: {
    const sql::function* f = sql::find_function(n.hash);
    return is_stored && f && f->is_volatile ? refusal_reason::volatile_function : refusal_reason{};
  }
  case sql::node_kind::between:
  case sql::node_kind::not_between:
    return kind(n.first) == family::enumeration ? refusal_reason::order_of_labels : refusal_reason{};
  case sql::node_kind::binary: {
    if (!is_comparison(n.operation)) return {};
    const family left = kind(n.first), right = kind(e.source->nodes[n.first].next);
    if (is_order(n.operation) && (left == family::enumeration || right == family::enumeration))
      return refusal_reason::order_of_labels;
    return left == family::json || right == family::json ? refusal_reason::json_comparison : refusal_reason{};
  }
  default: return {};
  }
}

} // namespace refusing

/// The first thing in an expression that SQLite can't be given; its columns as of an instant.
template <class Line>
constexpr refusal find_refusal(const Line& line, const bound_expression& e, u32 instant,
                               expression_place place) {
  if (!e || e.source->root < 0) return {};
  const bool is_stored = place == expression_place::check || place == expression_place::index;
  i16 top = e.source->root;
  while (e.source->nodes[top].kind == sql::node_kind::parenthesis) top = e.source->nodes[top].first;
  for (i16 i = 0; i < i16(e.source->node_count); ++i) {
    const cast_place seen = !is_stored && i == top ? cast_place::value : cast_place::inside;
    const refusal_reason reason = refusing::reason_of(line, e, i, instant, seen, is_stored);
    if (reason != refusal_reason::none) return {reason, e.source->nodes[i].begin, e.source->nodes[i].size};
  }
  return {};
}

/// The first thing in a data statement that SQLite can't be given.
constexpr refusal find_refusal(const sql::statement& s) {
  const i32 at = refused_token(s);
  if (at < 0) return {};
  return {refusal_reason::not_in_statements, s.tokens[at].begin, s.tokens[at].size};
}

/// What is refused in a whole history: the operation (its instant), its table, and the place in the SQL.
struct history_refusal {
  refusal what{};
  u32 instant{};
  table_id table{-1};
  text_view text{};
  constexpr explicit operator bool() const { return bool(what); }
};

/// The first refusal of a history, object by object; none for a sound one.
template <class Line> constexpr history_refusal find_history_refusal(const Line& line) {
  history_refusal found;
  auto look = [&](const bound_expression& e, table_id table, u32 read_at, u32 written_at,
                  expression_place place) {
    if (found || !e) return;
    if (const refusal r = find_refusal(line, e, read_at, place))
      found = {r, written_at, table, e.source->view()};
  };
  for (object_id o = 0; o < line.object_count && !found; ++o) {
    const object_life& object = line.objects[o];
    const u32 at = object.alive.from;
    look(object.expression, object.table, at, at,
         object.kind == part_kind::check ? expression_place::check : expression_place::index);
    for (u16 k = 0; k < object.key_count; ++k)
      look(line.keys[object.first_key + k].expression, object.table, at, at, expression_place::index);
  }
  for (column_id c = 0; c < line.column_count && !found; ++c)
    for (i32 s = line.columns[c].first_span; s >= 0 && !found; s = line.column_spans[s].next) {
      const column_span& span = line.column_spans[s];
      const u32 at = span.alive.from;
      if (span.type->kind == type_kind::numeric && span.type->storage == sqlite_storage::integer &&
          span.type->scale)
        found = {{refusal_reason::numeric_as_integer, 0, 0}, at, line.columns[c].table, span.id->view()};
      if (span.value && span.value->kind == value_kind::expression)
        look({span.value->expression, -1}, line.columns[c].table, at, at, expression_place::default_value);
      look(span.conversion, line.columns[c].table, at - 1, at, expression_place::conversion);
      look(span.reverse, line.columns[c].table, at, at, expression_place::conversion);
    }
  for (u32 at = 1; at <= line.now && !found; ++at) {
    const operation* done = line.instants[at].done;
    if (!done || done->kind != operation_kind::data) continue;
    for (const sql::statement* s : {done->up, done->down})
      if (s && !found)
        if (const refusal r = find_refusal(*s)) found = {r, at, -1, s->view()};
  }
  return found;
}

} // namespace schema
