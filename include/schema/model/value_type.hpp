// Floor 2. Types of values: those of columns, and what is yet to take one.
#pragma once

#include <schema/model/column_type.hpp>
#include <schema/sql/functions.hpp>

namespace schema {

/// In the order of type_kind, behind what has no type of its own.
enum class value_type : u8 {
  none,    ///< there is none: the operation is not defined
  null,    ///< NULL
  literal, ///< a string literal: it takes the type of what it stands beside (PostgreSQL 15, 4.1.2.7)
  boolean,
  smallint,
  integer,
  bigint,
  real,
  double_precision,
  numeric,
  text,
  varchar, ///< no value has it, a varchar column's is a text; it keeps the order
  bytes,
  date,
  timestamp,
  timestamptz,
  uuid,
  json,
  enumeration
};

constexpr value_type value_type_of(type_kind kind) {
  return kind == type_kind::varchar ? value_type::text
                                    : value_type(u8(kind) + u8(value_type::boolean) - u8(type_kind::boolean));
}

constexpr value_type value_type_of(sql::cast_type type) {
  using enum sql::cast_type;
  switch (type) {
  case boolean: return value_type::boolean;
  case smallint: return value_type::smallint;
  case integer: return value_type::integer;
  case bigint: return value_type::bigint;
  case real: return value_type::real;
  case double_precision: return value_type::double_precision;
  case numeric: return value_type::numeric;
  case text:
  case varchar: return value_type::text;
  case date: return value_type::date;
  case timestamp: return value_type::timestamp;
  case timestamptz: return value_type::timestamptz;
  case uuid: return value_type::uuid;
  case json:
  case jsonb: return value_type::json;
  case bytea: return value_type::bytes;
  }
  return value_type::none;
}

/// What errors call a type.
constexpr text_view type_name(value_type type) {
  switch (type) {
  case value_type::none: return "nothing";
  case value_type::null: return "null";
  case value_type::literal: return "a string literal";
  case value_type::boolean: return "boolean";
  case value_type::smallint: return "smallint";
  case value_type::integer: return "integer";
  case value_type::bigint: return "bigint";
  case value_type::real: return "real";
  case value_type::double_precision: return "double precision";
  case value_type::numeric: return "numeric";
  case value_type::text:
  case value_type::varchar: return "text";
  case value_type::bytes: return "bytes";
  case value_type::date: return "date";
  case value_type::timestamp: return "timestamp";
  case value_type::timestamptz: return "timestamptz";
  case value_type::uuid: return "uuid";
  case value_type::json: return "json";
  case value_type::enumeration: return "enumeration";
  }
  return {};
}

constexpr bool is_integer(value_type type) {
  return type >= value_type::smallint && type <= value_type::bigint;
}
constexpr bool is_number(value_type type) {
  return type >= value_type::smallint && type <= value_type::numeric;
}
constexpr bool is_float(value_type type) {
  return type == value_type::real || type == value_type::double_precision;
}
constexpr bool is_time(value_type type) {
  return type >= value_type::date && type <= value_type::timestamptz;
}
/// Whether it has no type of its own yet.
constexpr bool is_untyped(value_type type) { return type == value_type::null || type == value_type::literal; }
/// A text, or what becomes one where a text is asked for.
constexpr bool is_texty(value_type type) { return type == value_type::text || is_untyped(type); }

/// The type of a number as it is written (PostgreSQL 15, 4.1.2.6).
constexpr value_type number_type(text_view digits) {
  u64 value = 0;
  for (char c : digits) {
    if (c < '0' || c > '9' || value > (~u64(0) >> 4)) return value_type::numeric;
    value = value * 10 + u64(c - '0');
  }
  if (value <= 2147483647) return value_type::integer;
  return value <= 9223372036854775807ull ? value_type::bigint : value_type::numeric;
}

/// The type of a sum, a product and the like; none when there is none (PostgreSQL 15, 9.3 and 10.2).
constexpr value_type arithmetic_type(value_type a, value_type b) {
  if (a == value_type::null && is_number(b)) return b;
  if (b == value_type::null && is_number(a)) return a;
  if (!is_number(a) || !is_number(b)) return value_type::none;
  if (a == b) return a;
  if (is_float(a) || is_float(b)) return value_type::double_precision;
  return a > b ? a : b; // numeric stands behind the integers
}

/// The common type of two numbers in CASE, COALESCE and the like (PostgreSQL 15, 10.5).
constexpr value_type wider_type(value_type a, value_type b) {
  if (is_float(a) && is_float(b)) return a > b ? a : b;
  if (is_float(a)) return a;
  if (is_float(b)) return b;
  return a > b ? a : b;
}

/// The type of NULLIF: of what its = compares on the left (PostgreSQL 15, 9.18.3 and pg_operator).
constexpr value_type nullif_type(value_type a, value_type b) {
  if (!is_number(a) || !is_number(b) || is_float(a) || (is_integer(a) && is_integer(b))) return a;
  return arithmetic_type(a, b);
}

/// Whether CAST leads from one type to the other (PostgreSQL 15, pg_cast and input of texts).
constexpr bool casts(value_type from, value_type to) {
  if (from == to || is_untyped(from) || from == value_type::text || to == value_type::text) return true;
  if (is_number(from) && is_number(to)) return true;
  if (is_time(from) && is_time(to)) return true;
  return (from == value_type::boolean && to == value_type::integer) ||
         (from == value_type::integer && to == value_type::boolean);
}

/// Where a value goes when its expression has been worked out.
enum class assignment : u8 {
  default_value, ///< of a column, as it is
  generated,     ///< the same, by a generated column
  conversion     ///< of a column's type: the rendering converts further
};

/// Whether a value goes into a column of a type, on both backends alike (PostgreSQL 15, 10.4; SQLite's STRICT
/// tables convert nothing that loses). A literal is asked of its text instead.
constexpr bool assigns(value_type from, value_type to, assignment how) {
  if (from == to || from == value_type::null) return true;
  if (is_number(from) && is_number(to))
    return how == assignment::conversion || is_integer(from) || !is_integer(to);
  if (how != assignment::conversion) return to == value_type::text && is_integer(from);
  if (is_time(from) && is_time(to)) return true;
  if (to == value_type::enumeration) return from == value_type::text;
  if (to != value_type::text) return false;
  return is_integer(from) || from == value_type::boolean || from == value_type::uuid ||
         from == value_type::date || from == value_type::enumeration;
}

} // namespace schema
