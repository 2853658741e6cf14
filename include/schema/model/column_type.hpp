// Floor 2. Types of columns, and their defaults, as plain values.
#pragma once

#include <schema/sql/expression.hpp>

namespace schema {

enum class type_kind : u8 {
  boolean,
  smallint,
  integer,
  bigint,
  real,
  double_precision,
  numeric,
  text,
  varchar,
  bytes,
  date,
  timestamp,
  timestamptz,
  uuid,
  json,
  enumeration
};

/// How SQLite keeps a numeric: its STRICT tables have no exact one. `none`: the history is for PostgreSQL
/// alone.
enum class sqlite_storage : u8 { none, text, integer, real };

struct column_type {
  type_kind kind{};
  u16 length{}; ///< varchar: characters, 0 for no limit; numeric: digits in all, 0 for no limit
  u16 scale{};  ///< numeric: digits after the point
  name enumeration{};
  sqlite_storage storage{};

  friend constexpr bool operator==(const column_type& a, const column_type& b) {
    return a.kind == b.kind && a.length == b.length && a.scale == b.scale && a.storage == b.storage &&
           (!a.enumeration || !b.enumeration ? a.enumeration == b.enumeration
                                             : same_name(a.enumeration, b.enumeration));
  }
};

enum class value_kind : u8 { null, boolean, integer, text, expression };

/// The default of a column: a value, or an expression that says so.
struct default_value {
  value_kind kind{};
  i64 integer{};      ///< boolean: 0 or 1
  const char* text{}; ///< the text itself, not quoted; for a decimal number its digits
  u32 size{};
  const sql::expression* expression{};

  constexpr text_view view() const { return {text, size}; }
  /// Equal as definitions: values by value, expressions by their tokens.
  friend constexpr bool operator==(const default_value& a, const default_value& b) {
    if (a.kind != b.kind) return false;
    if (a.kind == value_kind::text) return a.view() == b.view();
    if (a.kind == value_kind::expression) return a.expression->hash == b.expression->hash;
    return a.integer == b.integer;
  }
};

} // namespace schema
