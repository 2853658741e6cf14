// Floor 2. Whole numbers that stand in an expression without a column: PostgreSQL works them out before it
// looks at a row, and fails where one is beyond its type or is divided by zero; SQLite goes on, with a number
// that the type does not hold, or with NULL.
#pragma once

#include <schema/model/binding.hpp>
#include <schema/model/type_rules.hpp>
#include <schema/model/value_type.hpp>

namespace schema {

/// Whether an integer type holds a number.
constexpr bool fits_integer(value_type type, i64 value) {
  return fits_integer(type == value_type::smallint  ? type_kind::smallint
                      : type == value_type::integer ? type_kind::integer
                                                    : type_kind::bigint,
                      value);
}

/// Works an operation on integers out, as PostgreSQL does (manual, 9.3); false where a bigint does not hold
/// the result, or there is none.
constexpr bool calculate(sql::binary_operator operation, i64 a, i64 b, i64& result) {
  using enum sql::binary_operator;
  switch (operation) {
  case add: return !__builtin_add_overflow(a, b, &result);
  case subtract: return !__builtin_sub_overflow(a, b, &result);
  case multiply: return !__builtin_mul_overflow(a, b, &result);
  case divide:
    if (b == 0) return false;
    if (b == -1) return !__builtin_sub_overflow(i64(0), a, &result);
    result = a / b;
    return true;
  case modulo:
    if (b == 0) return false;
    result = b == -1 ? 0 : a % b;
    return true;
  default: return false;
  }
}

/// The numbers of a bound expression whose types are known, from node `base` of the timeline on.
template <class Line> struct constant_numbers {
  const Line& line;
  const sql::expression& source;
  i32 base{};

  /// Whether a node is a whole number of literals alone, and which.
  constexpr bool read(i16 i, i64& value) const {
    const sql::node n = source.nodes[i];
    switch (n.kind) {
    case sql::node_kind::number: return read_whole(source.at(n), value);
    case sql::node_kind::parenthesis: return read(n.first, value);
    case sql::node_kind::negate:
      return read(n.first, value) && !__builtin_sub_overflow(i64(0), value, &value);
    case sql::node_kind::call:
      if (n.hash != sql::word_abs || !read(n.first, value)) return false;
      return value >= 0 || !__builtin_sub_overflow(i64(0), value, &value);
    case sql::node_kind::cast: return is_integer(line.types[base + i]) && read(n.first, value);
    case sql::node_kind::binary: {
      i64 left = 0, right = 0;
      return is_integer(line.types[base + i]) && read(n.first, left) &&
             read(source.nodes[n.first].next, right) && calculate(n.operation, left, right, value);
    }
    default: return false;
    }
  }

  /// Whether a node is 0, or 0.0.
  constexpr bool is_zero(i16 i) const {
    const sql::node n = source.nodes[source.inside(i)];
    if (n.kind == sql::node_kind::number) {
      for (const char c : source.at(n))
        if (c != '0' && c != '.') return false;
      return true;
    }
    i64 value = 0;
    return read(i, value) && value == 0;
  }

  /// Whether a column holds a node; true as well of what is known with the rows alone.
  constexpr bool fits(i16 i, const column_type& type) const {
    i16 inside = source.inside(i);
    if (source.nodes[inside].kind == sql::node_kind::negate)
      inside = source.inside(source.nodes[inside].first);
    const sql::node n = source.nodes[inside];
    if (n.kind == sql::node_kind::number && type.kind == type_kind::numeric)
      return has_whole_digits(source.at(n), type);
    i64 value = 0;
    return !read(i, value) || fits_number(type, value);
  }
};

} // namespace schema
