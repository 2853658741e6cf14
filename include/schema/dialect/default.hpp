// Floor 3. The default of a column.
#pragma once

#include <schema/dialect/expression.hpp>
#include <schema/model/expression_type.hpp>

namespace schema {

/// A decimal number as the text that SQLite keeps for a numeric: `scale` digits behind the point, no leading
/// zeros.
template <class Out> constexpr void write_decimal(Out& out, text_view digits, u16 scale) {
  if (!digits.empty() && digits[0] == '-') {
    out << "-";
    digits = digits.substr(1);
  }
  std::size_t point = 0;
  while (point < digits.size() && digits[point] != '.') ++point;
  std::size_t first = 0;
  while (first + 1 < point && digits[first] == '0') ++first;
  if (point == 0) out << "0";
  out << digits.substr(first, point - first);
  if (scale) out << ".";
  for (u16 i = 0; i < scale; ++i) {
    const std::size_t at = point + 1 + i;
    const char digit = at < digits.size() ? digits[at] : '0';
    out.put(digit);
  }
}

namespace defaults {

template <class R> constexpr void write_hexadecimal(R& r, text_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  r.out << (r.is_sqlite ? text_view("x'") : "'\\x");
  for (char c : bytes) {
    r.out.put(digits[u8(c) >> 4]);
    r.out.put(digits[u8(c) & 15]);
  }
  r.out << "'";
}

template <class R> constexpr void write_integer(R& r, const column_type& type, i64 value) {
  if (!r.is_sqlite || !is_text_number(type)) {
    r.out << value;
    return;
  }
  r.out << "'" << value;
  if (type.scale) r.out << ".";
  for (u16 i = 0; i < type.scale; ++i) r.out << "0";
  r.out << "'";
}

template <class R> constexpr void write_text(R& r, const column_type& type, text_view text) {
  switch (type.kind) {
  case type_kind::bytes: write_hexadecimal(r, text); break;
  case type_kind::real:
  case type_kind::double_precision:
  case type_kind::numeric:
    if (r.is_sqlite && is_text_number(type)) {
      r.out << "'";
      write_decimal(r.out, text, type.scale);
      r.out << "'";
    } else {
      r.out << text;
    }
    break;
  case type_kind::uuid:
    r.out << "'";
    for (char c : text) r.out.put(lower(c));
    r.out << "'";
    break;
  case type_kind::timestamp:
  case type_kind::timestamptz:
    if (r.is_sqlite && !is_canonical_time(type.kind == type_kind::timestamp, text)) {
      r.out << "(strftime('" << (type.kind == type_kind::timestamp ? timestamp_format : timestamptz_format)
            << "', ";
      r.out.string(text);
      r.out << "))";
      break;
    }
    [[fallthrough]];
  default: r.out.string(text);
  }
}

/// What now() and CURRENT_DATE become in a column of another type of time, as PostgreSQL's assignment does.
constexpr text_view time_on_sqlite(family value, type_kind kind) {
  if (value == family::timestamptz && kind == type_kind::timestamp)
    return "strftime('%Y-%m-%dT%H:%M:%f','now')";
  if (value == family::timestamptz && kind == type_kind::date) return sql::sqlite_today;
  if (value == family::date && kind == type_kind::timestamp)
    return "strftime('%Y-%m-%dT%H:%M:%f','now','start of day')";
  if (value == family::date && kind == type_kind::timestamptz)
    return "strftime('%Y-%m-%dT%H:%M:%fZ','now','start of day')";
  return {};
}

template <class R> constexpr void write_expression_default(R& r, const column_span& c, u32 instant) {
  const sql::expression& e = *c.value->expression;
  const column_type& type = *c.type;
  const bound_expression bound{&e, c.value_binding};
  const sql::node& top = e.nodes[e.root];
  if (!r.is_sqlite && top.kind == sql::node_kind::call) {
    write_expression(r, bound, instant);
    return;
  }
  r.out << "(";
  if (const sql::node& bare = e.nodes[e.inside(e.root)];
      r.is_sqlite && bare.kind == sql::node_kind::string && c.enumeration < 0) {
    write_literal(r, value_type_of(type.kind), e.at(bare));
    r.out << ")";
    return;
  }
  text_view time;
  if (r.is_sqlite && is_current_time(top))
    time = time_on_sqlite(family_of(r.line, bound, e.root, 0), type.kind);
  if (!time.empty())
    r.out << time;
  else
    write_expression(r, bound, instant, cast_place::value);
  r.out << ")";
}

} // namespace defaults

/// What stands behind DEFAULT at an instant.
template <class R> constexpr void write_default(R& r, const column_span& c, u32 instant) {
  const default_value& v = *c.value;
  switch (v.kind) {
  case value_kind::boolean:
    if (r.is_sqlite)
      r.out << i64(v.integer);
    else
      r.out << (v.integer ? text_view("TRUE") : "FALSE");
    break;
  case value_kind::integer: defaults::write_integer(r, *c.type, v.integer); break;
  case value_kind::text:
    if (c.enumeration >= 0 && c.value_binding >= 0)
      r.out.string(r.line.label_text(c.value_binding, instant));
    else
      defaults::write_text(r, *c.type, v.view());
    break;
  case value_kind::expression: defaults::write_expression_default(r, c, instant); break;
  default: break;
  }
}

} // namespace schema
