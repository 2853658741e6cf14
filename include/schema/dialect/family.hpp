// Floor 3. What kind of value an expression gives, as far as a translation must know it.
#pragma once

#include <schema/model/timeline.hpp>
#include <schema/sql/functions.hpp>

namespace schema {

enum class family : u8 {
  unknown,
  boolean,
  integer,
  floating, ///< real, double precision
  number,   ///< numeric
  text,
  bytes,
  date,
  timestamp,
  timestamptz,
  uuid,
  json,
  enumeration
};

constexpr family family_of(type_kind kind) {
  switch (kind) {
  case type_kind::boolean: return family::boolean;
  case type_kind::smallint:
  case type_kind::integer:
  case type_kind::bigint: return family::integer;
  case type_kind::real:
  case type_kind::double_precision: return family::floating;
  case type_kind::numeric: return family::number;
  case type_kind::text:
  case type_kind::varchar: return family::text;
  case type_kind::bytes: return family::bytes;
  case type_kind::date: return family::date;
  case type_kind::timestamp: return family::timestamp;
  case type_kind::timestamptz: return family::timestamptz;
  case type_kind::uuid: return family::uuid;
  case type_kind::json: return family::json;
  case type_kind::enumeration: return family::enumeration;
  }
  return family::unknown;
}

constexpr family family_of(sql::cast_type type) {
  using enum sql::cast_type;
  switch (type) {
  case boolean: return family::boolean;
  case smallint:
  case integer:
  case bigint: return family::integer;
  case real:
  case double_precision: return family::floating;
  case numeric: return family::number;
  case text:
  case varchar: return family::text;
  case date: return family::date;
  case timestamp: return family::timestamp;
  case timestamptz: return family::timestamptz;
  case uuid: return family::uuid;
  case json:
  case jsonb: return family::json;
  case bytea: return family::bytes;
  }
  return family::unknown;
}

constexpr bool is_whole(text_view number) {
  for (char c : number)
    if (!is_digit(c)) return false;
  return true;
}

/// The family of several values together: of numbers the widest; a literal takes that of the others.
constexpr family common_family(family a, family b) {
  if (a == family::unknown || a == b) return b;
  if (b == family::unknown) return a;
  const bool are_numbers =
      a >= family::integer && a <= family::number && b >= family::integer && b <= family::number;
  if (are_numbers) return a == family::floating || b == family::floating ? family::floating : family::number;
  return a == family::text ? b : a;
}

/// The family of node `i` of an expression, its columns as they stand at an instant.
template <class Line>
constexpr family family_of(const Line& line, const bound_expression& e, i16 i, u32 instant) {
  if (i < 0) return family::unknown;
  const sql::node& n = e.source->nodes[i];
  const auto child = [&](i16 of) { return family_of(line, e, of, instant); };
  switch (n.kind) {
  case sql::node_kind::column: {
    const column_id c = line.bindings[e.first_binding + i];
    return c < 0 ? family::unknown : family_of(line.column_at(c, instant).type->kind);
  }
  case sql::node_kind::number: return is_whole(e.source->at(n)) ? family::integer : family::number;
  case sql::node_kind::string: return family::text;
  case sql::node_kind::null: return family::unknown;
  case sql::node_kind::current_time:
    return n.hash == sql::word_current_date ? family::date : family::timestamptz;
  case sql::node_kind::negate:
  case sql::node_kind::parenthesis:
  case sql::node_kind::case_else:
  case sql::node_kind::case_operand: return child(n.first);
  case sql::node_kind::binary:
    switch (n.operation) {
    case sql::binary_operator::add:
    case sql::binary_operator::subtract:
    case sql::binary_operator::multiply:
    case sql::binary_operator::divide:
    case sql::binary_operator::modulo: {
      const family left = child(n.first), right = child(e.source->nodes[n.first].next);
      if (left == family::integer && right == family::integer) return family::integer;
      if (left == family::floating || right == family::floating) return family::floating;
      if (left == family::number || right == family::number) return family::number;
      return family::unknown;
    }
    case sql::binary_operator::concatenate:
    case sql::binary_operator::json_get_text: return family::text;
    case sql::binary_operator::json_get: return family::json;
    default: return family::boolean;
    }
  case sql::node_kind::call: {
    const sql::function* f = sql::find_function(n.hash);
    if (!f) return family::unknown;
    switch (f->id) {
    case sql::function_id::now: return family::timestamptz;
    case sql::function_id::gen_random_uuid: return family::uuid;
    case sql::function_id::length:
    case sql::function_id::char_length:
    case sql::function_id::character_length:
    case sql::function_id::octet_length:
    case sql::function_id::strpos: return family::integer;
    case sql::function_id::abs: return child(n.first);
    case sql::function_id::nullif:
    case sql::function_id::coalesce:
    case sql::function_id::greatest:
    case sql::function_id::least: {
      family all{};
      for (i16 one = n.first; one >= 0; one = e.source->nodes[one].next) all = common_family(all, child(one));
      return all;
    }
    case sql::function_id::sign:
    case sql::function_id::round:
      return child(n.first) == family::number || (n.first >= 0 && e.source->nodes[n.first].next >= 0)
                 ? family::number
                 : family::floating;
    default: return family::text;
    }
  }
  case sql::node_kind::cast: {
    const sql::cast_spelling* to = sql::find_cast_type(n.hash);
    return to ? family_of(to->type) : family::unknown;
  }
  case sql::node_kind::case_when: {
    family all{};
    for (i16 arm = n.first; arm >= 0; arm = e.source->nodes[arm].next) {
      const sql::node& a = e.source->nodes[arm];
      if (a.kind == sql::node_kind::case_arm) all = common_family(all, child(e.source->nodes[a.first].next));
      if (a.kind == sql::node_kind::case_else) all = common_family(all, child(a.first));
    }
    return all;
  }
  default: return family::boolean;
  }
}

} // namespace schema
