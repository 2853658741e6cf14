// Floor 2. What is known of an expression that asks no row: PostgreSQL works it out before it looks at one,
// and fails where a number is beyond its type or divides by zero, or a text is too long. SQLite goes on, with
// what the type does not hold, or with NULL.
#pragma once

#include <schema/model/bounds.hpp>

namespace schema {

/// Asks an expression, of whose nodes the types are known. What may be told of a node is false where the rows
/// decide; of a choice it is what PostgreSQL may choose before it has a row. No template: it is asked seldom,
/// and every timeline would pay for one of its own.
struct constant_bounds {
  const sql::expression& source;
  const value_type* types; ///< as many as nodes

  /// Between which numbers a node of numbers lies.
  constexpr bool number(i16 i, bounds& out) const {
    const sql::node n = source.nodes[i];
    switch (n.kind) {
    case sql::node_kind::null: out = bounds::null(); return true;
    case sql::node_kind::number: out = bounds_of(source.at(n)); return true;
    case sql::node_kind::parenthesis: return number(n.first, out);
    case sql::node_kind::negate:
      if (!number(n.first, out)) return false;
      out = negated(out);
      return true;
    case sql::node_kind::cast: return number_of_cast(i, n, out);
    case sql::node_kind::case_when: return chosen(n, out, &constant_bounds::number);
    case sql::node_kind::call: return number_of_call(i, n, out);
    case sql::node_kind::binary: {
      bounds left, right;
      const i16 second = source.nodes[n.first].next;
      const bool knows_left = number(n.first, left), knows_right = number(second, right);
      if ((knows_left && left.is_null) || (knows_right && right.is_null)) {
        out = bounds::null();
        return true;
      }
      if (!knows_left || !knows_right) return false;
      out = kept(i, calculate(n.operation, left, right, types[i]));
      return true;
    }
    default: return false;
    }
  }

  /// How many characters a node has as a text.
  constexpr bool characters(i16 i, bounds& out) const {
    const sql::node n = source.nodes[i];
    switch (n.kind) {
    case sql::node_kind::null: out = bounds::null(); return true;
    case sql::node_kind::string: {
      const u32 count = literal_characters(source.at(n));
      out = bounds::between(count, count);
      return true;
    }
    case sql::node_kind::parenthesis: return characters(n.first, out);
    case sql::node_kind::case_when: return chosen(n, out, &constant_bounds::characters);
    case sql::node_kind::cast: {
      if (!is_textual(i)) break;
      if (!characters(n.first, out)) return false;
      if (const u16 most = cast_modifiers(n)[0]; most > 0)
        out = {0, smaller(out.high, most * bounds::unit), out.is_null};
      return true;
    }
    case sql::node_kind::call:
      if (is_textual(i)) return characters_of_call(n, out);
      break;
    case sql::node_kind::binary:
      if (n.operation == sql::binary_operator::concatenate) {
        bounds left, right;
        if (!characters(n.first, left) || !characters(source.nodes[n.first].next, right)) return false;
        out = calculate(sql::binary_operator::add, left, right, value_type::text);
        return true;
      }
      break;
    default: break;
    }
    return characters_of_value(i, out);
  }

  /// Whether no row is asked for a node, or none may be.
  constexpr bool is_constant(i16 i) const {
    bounds unused;
    return asks_no_row(i, unused);
  }

  /// Whether a node is 0, or may be: one that is written is what its digits say.
  constexpr bool may_be_zero(i16 i) const {
    const sql::node n = source.nodes[source.inside(i)];
    if (n.kind == sql::node_kind::number) {
      for (const char c : source.at(n)) {
        if (lower(c) == 'e') break;
        if (c != '0' && c != '.') return false;
      }
      return true;
    }
    bounds b;
    return number(i, b) && b.holds_zero();
  }

  /// Whether the type of a node holds what the node gives.
  constexpr bool is_held(i16 i) const {
    bounds b;
    if (!number(i, b)) return true;
    const sql::node n = source.nodes[i];
    if (n.kind != sql::node_kind::cast || types[i] != value_type::numeric) return fits_number(types[i], b);
    const modifiers written = cast_modifiers(n);
    return fits_number({.kind = type_kind::numeric, .length = written[0], .scale = written[1]}, b);
  }

  /// Whether a column holds a node; true as well of what is known with the rows alone.
  constexpr bool fits(i16 i, const column_type& type) const {
    bounds b;
    if (is_number(type.kind)) return !is_number(types[i]) || !number(i, b) || fits_number(type, b);
    return type.kind != type_kind::varchar || type.length == 0 || !characters(i, b) ||
           b.is_within(0, type.length);
  }

  /// The characters of a literal, whose marks are doubled inside.
  static constexpr u32 literal_characters(text_view written) {
    if (written.size() < 2) return 0;
    u32 marks = 0;
    for (const char c : written) marks += c == '\'';
    return character_count(written) - 2 - (marks - 2) / 2;
  }

private:
  using reader = bool (constant_bounds::*)(i16, bounds&) const;
  static constexpr i64 many = i64(1) << 30; // bytes of the longest text (PostgreSQL 15, 8.3)

  static constexpr i128 smaller(i128 a, i128 b) { return a < b ? a : b; }
  constexpr bool is_textual(i16 i) const { return is_texty(types[i]); }

  struct modifiers {
    u16 numbers[2]{};
    constexpr u16 operator[](int i) const { return numbers[i]; }
  };
  /// The numbers behind the type of a cast, 0 for none.
  constexpr modifiers cast_modifiers(const sql::node& n) const {
    modifiers out;
    int at = 0;
    for (const char c : sql::modifiers_of(source.at(n))) {
      if (c == ',') at = 1;
      if (is_digit(c)) out.numbers[at] = u16(out.numbers[at] * 10 + (c - '0'));
    }
    return out;
  }

  /// A float is as near as it can be.
  constexpr bounds kept(i16 i, const bounds& b) const {
    const value_type type = types[i];
    return is_float(type) && !b.is_null ? as_float(b, type) : b;
  }

  constexpr bool asks_no_row(i16 i, bounds& unused) const {
    const sql::node n = source.nodes[i];
    switch (n.kind) {
    case sql::node_kind::number:
    case sql::node_kind::string:
    case sql::node_kind::boolean:
    case sql::node_kind::null:
    case sql::node_kind::current_time: return true;
    case sql::node_kind::case_when: return chosen(n, unused, &constant_bounds::asks_no_row);
    case sql::node_kind::call: {
      const sql::function_id id = sql::find_function(n.hash)->id;
      if (id == sql::function_id::aggregate) return false;
      if (id == sql::function_id::coalesce) return first_known(n, unused, &constant_bounds::asks_no_row);
      break;
    }
    case sql::node_kind::binary:
      if (n.operation == sql::binary_operator::logical_or || n.operation == sql::binary_operator::logical_and)
        return is_constant(n.first) || is_constant(source.nodes[n.first].next);
      break;
    default:
      if (n.kind == sql::node_kind::column || n.kind > sql::node_kind::parenthesis) return false;
    }
    for (i16 child = n.first; child >= 0; child = source.nodes[child].next)
      if (!is_constant(child)) return false;
    return true;
  }

  constexpr bool are_constant(i16 first) const {
    for (i16 one = first; one >= 0; one = source.nodes[one].next)
      if (!is_constant(one)) return false;
    return true;
  }

  /// What a CASE may be whose conditions ask no row.
  constexpr bool chosen(const sql::node& n, bounds& out, reader read) const {
    bool is_any = false;
    const auto take = [&](i16 value) {
      bounds one;
      if (!(this->*read)(value, one)) return;
      out = is_any ? hull(out, one) : one;
      is_any = true;
    };
    for (i16 arm = n.first; arm >= 0; arm = source.nodes[arm].next) {
      const sql::node one = source.nodes[arm];
      if (one.kind != sql::node_kind::case_else && !is_constant(one.first)) break;
      if (one.kind == sql::node_kind::case_arm) take(source.nodes[one.first].next);
      if (one.kind == sql::node_kind::case_else) take(one.first);
    }
    return is_any;
  }

  /// What coalesce may be that finds a value before a row is asked.
  constexpr bool first_known(const sql::node& n, bounds& out, reader read) const {
    bool is_any = false;
    for (i16 i = n.first; i >= 0; i = source.nodes[i].next) {
      bounds one;
      if (!(this->*read)(i, one)) break;
      out = is_any ? hull(out, one) : one;
      is_any = true;
    }
    return is_any;
  }

  /// What lies in all arguments together.
  constexpr bool all_known(const sql::node& n, bounds& out, reader read) const {
    out = bounds::null();
    for (i16 i = n.first; i >= 0; i = source.nodes[i].next) {
      bounds one;
      if (!(this->*read)(i, one)) return false;
      out = hull(out, one);
    }
    return true;
  }

  constexpr bool number_of_cast(i16 i, const sql::node& n, bounds& out) const {
    const value_type from = types[n.first], to = types[i];
    const sql::node inside = source.nodes[source.inside(n.first)];
    if (from == value_type::null) {
      out = bounds::null();
    } else if (from == value_type::boolean) {
      if (!is_constant(n.first)) return false;
      out = bounds::between(0, 1);
      if (inside.kind == sql::node_kind::boolean) out.low = out.high = inside.size == 4 ? bounds::unit : 0;
    } else if (inside.kind == sql::node_kind::string) {
      const text_view written = source.at(inside);
      out = bounds_of(written.substr(1, written.size() - 2));
    } else if (!is_number(from) || !number(n.first, out)) {
      return false;
    }
    if (is_integer(to) && !is_integer(from)) out = rounded(out, 0);
    if (const modifiers written = cast_modifiers(n); written[0] > 0) out = rounded(out, written[1]);
    out = kept(i, out);
    return true;
  }

  constexpr bool number_of_call(i16 i, const sql::node& n, bounds& out) const {
    using enum sql::function_id;
    const sql::function_id id = sql::find_function(n.hash)->id;
    const i16 a = n.first, b = a < 0 ? i16(-1) : source.nodes[a].next;
    switch (id) {
    case abs:
      if (!number(a, out)) return false;
      out = absolute(out);
      return true;
    case sign:
      if (!number(a, out)) return false;
      if (!out.is_null)
        out = bounds::between(out.low > 0   ? 1
                              : out.low < 0 ? -1
                                            : 0,
                              out.high > 0   ? 1
                              : out.high < 0 ? -1
                                             : 0);
      return true;
    case round: {
      if (!number(a, out)) return false;
      bounds digits;
      if (b < 0) {
        out = rounded(out, 0);
      } else if (number(b, digits)) {
        out = rounded(out, u32(digits.low / bounds::unit));
      }
      out = kept(i, out);
      return true;
    }
    case length:
    case char_length:
    case character_length:
    case octet_length:
      if (!characters(a, out)) return false;
      if (id == octet_length) out.high *= 4;
      return true;
    case strpos:
      if (!is_constant(b) || !characters(a, out)) return false;
      out.low = 0;
      return true;
    case coalesce: return first_known(n, out, &constant_bounds::number);
    case greatest:
    case least: return all_known(n, out, &constant_bounds::number);
    case nullif: {
      bounds other;
      if (!number(a, out) || !number(b, other)) return false;
      if (is_integer(types[i]) && !out.is_null && !other.is_null && other.low == other.high) {
        out.low += out.low == other.low ? bounds::unit : 0;
        out.high -= out.high == other.low ? bounds::unit : 0;
        out.is_null = out.low > out.high;
      }
      return true;
    }
    default: return false;
    }
  }

  constexpr bool characters_of_call(const sql::node& n, bounds& out) const {
    using enum sql::function_id;
    const sql::function_id id = sql::find_function(n.hash)->id;
    const i16 a = n.first, b = a < 0 ? i16(-1) : source.nodes[a].next;
    switch (id) {
    case coalesce: return first_known(n, out, &constant_bounds::characters);
    case greatest:
    case least: return all_known(n, out, &constant_bounds::characters);
    case nullif: return is_constant(b) && characters(a, out);
    case lower:
    case upper: return characters(a, out);
    default: break;
    }
    if (!are_constant(a) || !characters(a, out)) return false;
    out.low = 0;
    bounds other;
    if (id == substr && source.nodes[b].next >= 0 && number(source.nodes[b].next, other) && !other.is_null)
      out.high = smaller(out.high, other.high);
    if (id == replace && characters(source.nodes[b].next, other) && other.high > bounds::unit)
      out.high = product(out.high, other.high, divided_up);
    return true;
  }

  /// Of what is no text by itself, or none that can be told.
  constexpr bool characters_of_value(i16 i, bounds& out) const {
    if (!is_constant(i)) return false;
    switch (types[i]) {
    case value_type::boolean: out = bounds::between(4, 5); return true;
    case value_type::smallint:
    case value_type::integer:
    case value_type::bigint: {
      if (!number(i, out)) return false;
      i64 digits = 1;
      for (i128 most = absolute(out).high / bounds::unit; most >= 10; most /= 10) ++digits;
      out = bounds::between(1, digits + (out.low < 0));
      return true;
    }
    case value_type::date: out = bounds::between(10, 10); return true;
    case value_type::uuid: out = bounds::between(36, 36); return true;
    case value_type::enumeration: out = bounds::between(1, longest_name); return true;
    default: out = bounds::between(0, many); return true;
    }
  }
};

} // namespace schema
