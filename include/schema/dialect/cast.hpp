// Floor 3. What a CAST becomes on SQLite, whose own CAST never fails and knows no domains.
#pragma once

#include <schema/dialect/family.hpp>

namespace schema {

enum class cast_form : u8 {
  refused,
  same,         ///< the operand as it stands
  storage,      ///< CAST(x AS integer), real, text
  rounded,      ///< CAST(round(x) AS integer): PostgreSQL rounds, SQLite cuts
  rounded_even, ///< the same of a float, whose halves PostgreSQL rounds to the even number
  scaled,       ///< round(x, scale): numeric(p, s)
  not_zero,     ///< (x <> 0)
  words,        ///< 'true', 'false'
  shortened,    ///< substr(x, 1, n): varchar(n)
  to_date,      ///< date(x)
  to_timestamp, ///< strftime(…, x)
  to_timestamptz,
  lower_case, ///< a uuid
  valid_json  ///< json(x), which fails on what is none
};

/// Where an expression stands. The value of a conversion or of a default goes into a column, whose CHECK sees
/// what a cast let through; elsewhere a cast of arbitrary text would silently give another value than
/// PostgreSQL's error.
enum class cast_place : u8 { inside, value };

/// The form of a cast to `to` from a value of a family; `literal`: the operand is a string literal.
constexpr cast_form cast_on_sqlite(family from, sql::cast_type to, cast_place place, bool literal) {
  const family target = family_of(to);
  const bool is_seen = place == cast_place::value || literal;
  switch (target) {
  case family::boolean:
    if (from == family::boolean) return cast_form::same;
    return from == family::integer ? cast_form::not_zero : cast_form::refused;
  case family::integer:
    if (from == family::integer) return cast_form::same;
    if (from == family::boolean) return cast_form::storage;
    if (from == family::number) return cast_form::rounded;
    if (from == family::floating) return cast_form::rounded_even;
    return from == family::text && place == cast_place::value ? cast_form::same : cast_form::refused;
  case family::floating:
  case family::number:
    if (from == family::integer || from == family::number || from == family::floating)
      return to == sql::cast_type::numeric ? cast_form::scaled : cast_form::storage;
    return from == family::text && place == cast_place::value ? cast_form::same : cast_form::refused;
  case family::text:
    switch (from) {
    case family::text:
    case family::enumeration:
    case family::uuid:
    case family::date: return to == sql::cast_type::varchar ? cast_form::shortened : cast_form::same;
    case family::integer: return to == sql::cast_type::varchar ? cast_form::shortened : cast_form::storage;
    case family::boolean: return cast_form::words;
    default: return cast_form::refused;
    }
  case family::date:
    if (from == family::timestamp || from == family::timestamptz) return cast_form::to_date;
    return from == family::date || (from == family::text && is_seen) ? cast_form::same : cast_form::refused;
  case family::timestamp:
    if (from == family::timestamp) return cast_form::same;
    return from == family::date || from == family::timestamptz || (from == family::text && is_seen)
               ? cast_form::to_timestamp
               : cast_form::refused;
  case family::timestamptz:
    if (from == family::timestamptz) return cast_form::same;
    return from == family::date || from == family::timestamp || (from == family::text && is_seen)
               ? cast_form::to_timestamptz
               : cast_form::refused;
  case family::uuid:
    if (from == family::uuid) return cast_form::same;
    return from == family::text && is_seen ? cast_form::lower_case : cast_form::refused;
  case family::json:
    if (from == family::json) return cast_form::same;
    return from == family::text ? cast_form::valid_json : cast_form::refused;
  case family::bytes: return from == family::bytes ? cast_form::same : cast_form::refused;
  default: return cast_form::refused;
  }
}

} // namespace schema
