// Floor 1. The functions and the types of casts that both backends have, and how SQLite spells them.
#pragma once

#include <schema/sql/keywords.hpp>

namespace schema::sql {

enum class function_id : u8 {
  now,
  gen_random_uuid,
  length,
  char_length,
  character_length,
  octet_length,
  lower,
  upper,
  coalesce,
  nullif,
  abs,
  sign,
  round,
  trim,
  ltrim,
  rtrim,
  btrim,
  substr,
  replace,
  greatest,
  least,
  strpos,
  aggregate
};

/// How a call is written for SQLite; PostgreSQL takes every call as it stands.
enum class sqlite_form : u8 {
  same,    ///< as it stands
  renamed, ///< another name, the same arguments
  text,    ///< a text instead of the whole call
  rotated, ///< name(coalesce(a, b, c), coalesce(b, c, a), coalesce(c, a, b)): greatest and least skip NULL on
           ///< PostgreSQL, max and min with several arguments give NULL on SQLite
  of_blob  ///< name(CAST(a AS blob))
};

struct function {
  text_view name;
  u64 hash{};
  function_id id{};
  u8 minimum{};
  u8 maximum{};       ///< arguments
  bool is_volatile{}; ///< two calls may differ: not in an index, on SQLite not in a CHECK
  bool is_aggregate{};
  sqlite_form form{};
  text_view on_sqlite{};
};

inline constexpr u8 many_arguments = 100;

/// Timestamps have one canonical text on SQLite, which sorts as time.
inline constexpr text_view sqlite_now = "strftime('%Y-%m-%dT%H:%M:%fZ','now')";
inline constexpr text_view sqlite_today = "date('now')";

/// A version 4 uuid (RFC 9562, 5.4) in its canonical text.
inline constexpr text_view sqlite_uuid =
    "(lower(hex(randomblob(4)))||'-'||lower(hex(randomblob(2)))||'-4'||substr(lower(hex(randomblob(2))),2)||'"
    "-'||"
    "substr('89ab',1+(random()&3),1)||substr(lower(hex(randomblob(2))),2)||'-'||lower(hex(randomblob(6))))";

inline constexpr function functions[] = {
    {"now", "now"_word, function_id::now, 0, 0, true, false, sqlite_form::text, sqlite_now},
    {"gen_random_uuid", "gen_random_uuid"_word, function_id::gen_random_uuid, 0, 0, true, false,
     sqlite_form::text, sqlite_uuid},
    {"length", "length"_word, function_id::length, 1, 1},
    {"char_length", "char_length"_word, function_id::char_length, 1, 1, false, false, sqlite_form::renamed,
     "length"},
    {"character_length", "character_length"_word, function_id::character_length, 1, 1, false, false,
     sqlite_form::renamed, "length"},
    {"octet_length", "octet_length"_word, function_id::octet_length, 1, 1, false, false, sqlite_form::of_blob,
     "length"},
    {"lower", "lower"_word, function_id::lower, 1, 1},
    {"upper", "upper"_word, function_id::upper, 1, 1},
    {"coalesce", "coalesce"_word, function_id::coalesce, 2, many_arguments},
    {"nullif", "nullif"_word, function_id::nullif, 2, 2},
    {"abs", "abs"_word, function_id::abs, 1, 1},
    {"sign", "sign"_word, function_id::sign, 1, 1},
    {"round", "round"_word, function_id::round, 1, 2},
    {"trim", "trim"_word, function_id::trim, 1, 2},
    {"ltrim", "ltrim"_word, function_id::ltrim, 1, 2},
    {"rtrim", "rtrim"_word, function_id::rtrim, 1, 2},
    {"btrim", "btrim"_word, function_id::btrim, 1, 2, false, false, sqlite_form::renamed, "trim"},
    {"substr", "substr"_word, function_id::substr, 2, 3},
    {"replace", "replace"_word, function_id::replace, 3, 3},
    {"greatest", "greatest"_word, function_id::greatest, 2, many_arguments, false, false,
     sqlite_form::rotated, "max"},
    {"least", "least"_word, function_id::least, 2, many_arguments, false, false, sqlite_form::rotated, "min"},
    {"strpos", "strpos"_word, function_id::strpos, 2, 2, false, false, sqlite_form::renamed, "instr"},
    {"count", "count"_word, function_id::aggregate, 0, 1, false, true},
    {"sum", "sum"_word, function_id::aggregate, 1, 1, false, true},
    {"min", "min"_word, function_id::aggregate, 1, 1, false, true},
    {"max", "max"_word, function_id::aggregate, 1, 1, false, true},
    {"avg", "avg"_word, function_id::aggregate, 1, 1, false, true},
    {"string_agg", "string_agg"_word, function_id::aggregate, 2, 2, false, true},
    {"array_agg", "array_agg"_word, function_id::aggregate, 1, 1, false, true},
    {"bool_and", "bool_and"_word, function_id::aggregate, 1, 1, false, true},
    {"bool_or", "bool_or"_word, function_id::aggregate, 1, 1, false, true}};

/// Whether two rows of one statement may get different values from a function: VOLATILE on PostgreSQL, where
/// now() is STABLE.
constexpr bool changes_with_rows(u64 hash) { return hash == "gen_random_uuid"_word; }

/// Where a hash_name leads, and on from there to the first 0: the place in `functions`, plus 1.
struct function_slots {
  u8 values[128]{};
};
inline constexpr function_slots function_places = [] {
  function_slots slots;
  for (u32 i = 0; i < sizeof(functions) / sizeof(function); ++i) {
    u32 slot = u32(functions[i].hash >> 20) & 127;
    while (slots.values[slot] != 0) slot = (slot + 1) & 127;
    slots.values[slot] = u8(i + 1);
  }
  return slots;
}();

/// The place in `functions` of this hash_name, or -1. (g++ 12 with -fsanitize=undefined does not take an
/// address compared with nullptr for a constant; a place it does.)
constexpr int find_function_at(u64 hash) {
  for (u32 slot = u32(hash >> 20) & 127; function_places.values[slot] != 0; slot = (slot + 1) & 127)
    if (functions[function_places.values[slot] - 1].hash == hash) return function_places.values[slot] - 1;
  return -1;
}

/// The function with this hash_name, or nullptr.
constexpr const function* find_function(u64 hash) {
  const int at = find_function_at(hash);
  return at < 0 ? nullptr : &functions[at];
}

/// The types a CAST may name.
enum class cast_type : u8 {
  boolean,
  smallint,
  integer,
  bigint,
  real,
  double_precision,
  numeric,
  text,
  varchar,
  date,
  timestamp,
  timestamptz,
  uuid,
  json,
  jsonb,
  bytea
};

struct cast_spelling {
  u64 hash{};
  cast_type type{};
  u8 modifiers{}; ///< how many numbers may stand in parentheses: varchar(20), numeric(10,2)
  text_view on_postgresql;
  text_view on_sqlite; ///< what stands in SQLite's CAST; it converts storage and checks no domain
};

/// Several names of one type each have a line.
inline constexpr cast_spelling cast_types[] = {
    {"boolean"_word, cast_type::boolean, 0, "boolean", "integer"},
    {"bool"_word, cast_type::boolean, 0, "boolean", "integer"},
    {"smallint"_word, cast_type::smallint, 0, "smallint", "integer"},
    {"int2"_word, cast_type::smallint, 0, "smallint", "integer"},
    {"integer"_word, cast_type::integer, 0, "integer", "integer"},
    {"int"_word, cast_type::integer, 0, "integer", "integer"},
    {"int4"_word, cast_type::integer, 0, "integer", "integer"},
    {"bigint"_word, cast_type::bigint, 0, "bigint", "integer"},
    {"int8"_word, cast_type::bigint, 0, "bigint", "integer"},
    {"real"_word, cast_type::real, 0, "real", "real"},
    {"float4"_word, cast_type::real, 0, "real", "real"},
    {"double precision"_word, cast_type::double_precision, 0, "double precision", "real"},
    {"float8"_word, cast_type::double_precision, 0, "double precision", "real"},
    {"numeric"_word, cast_type::numeric, 2, "numeric", "numeric"},
    {"decimal"_word, cast_type::numeric, 2, "numeric", "numeric"},
    {"text"_word, cast_type::text, 0, "text", "text"},
    {"varchar"_word, cast_type::varchar, 1, "varchar", "text"},
    {"character varying"_word, cast_type::varchar, 1, "varchar", "text"},
    {"date"_word, cast_type::date, 0, "date", "text"},
    {"timestamp"_word, cast_type::timestamp, 0, "timestamp", "text"},
    {"timestamp without time zone"_word, cast_type::timestamp, 0, "timestamp", "text"},
    {"timestamptz"_word, cast_type::timestamptz, 0, "timestamptz", "text"},
    {"timestamp with time zone"_word, cast_type::timestamptz, 0, "timestamptz", "text"},
    {"uuid"_word, cast_type::uuid, 0, "uuid", "text"},
    {"json"_word, cast_type::json, 0, "jsonb", "text"},
    {"jsonb"_word, cast_type::jsonb, 0, "jsonb", "text"},
    {"bytea"_word, cast_type::bytea, 0, "bytea", "blob"}};

/// The place in `cast_types` of this hash_name (several words have one space between them), or -1.
constexpr int find_cast_type_at(u64 hash) {
  for (int i = 0; i < int(sizeof(cast_types) / sizeof(cast_spelling)); ++i)
    if (cast_types[i].hash == hash) return i;
  return -1;
}

/// The type with this hash_name, or nullptr.
constexpr const cast_spelling* find_cast_type(u64 hash) {
  const int at = find_cast_type_at(hash);
  return at < 0 ? nullptr : &cast_types[at];
}

/// The "(10,2)" of "numeric(10,2)", or an empty text.
constexpr text_view modifiers_of(text_view type_text) {
  for (std::size_t i = 0; i < type_text.size(); ++i)
    if (type_text[i] == '(') return type_text.substr(i);
  return {};
}

} // namespace schema::sql
