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

/// Its texts, and those of a cast, are literals as they stand: a text_view of each would be worked out for
/// every program.
struct function {
  const char* name;
  u64 hash{};
  function_id id{};
  u8 minimum{};
  u8 maximum{};       ///< arguments
  bool is_volatile{}; ///< two calls may differ: not in an index, on SQLite not in a CHECK
  bool is_aggregate{};
  sqlite_form form{};
  const char* on_sqlite = "";
};

inline constexpr u8 many_arguments = 100;

/// Timestamps have one canonical text on SQLite, which sorts as time.
inline constexpr char sqlite_now[] = "strftime('%Y-%m-%dT%H:%M:%fZ','now')";
inline constexpr char sqlite_today[] = "date('now')";

/// A version 4 uuid (RFC 9562, 5.4) in its canonical text.
inline constexpr char sqlite_uuid[] =
    "(lower(hex(randomblob(4)))||'-'||lower(hex(randomblob(2)))||'-4'||substr(lower(hex(randomblob(2))),2)||'"
    "-'||"
    "substr('89ab',1+(random()&3),1)||substr(lower(hex(randomblob(2))),2)||'-'||lower(hex(randomblob(6))))";

inline constexpr function functions[] = {
    {"now", 0x0FB22385C13D13B9, function_id::now, 0, 0, true, false, sqlite_form::text, sqlite_now},
    {"gen_random_uuid", 0x1A6F695B70053227, function_id::gen_random_uuid, 0, 0, true, false,
     sqlite_form::text, sqlite_uuid},
    {"length", 0xFFEB14BAD6C7277F, function_id::length, 1, 1},
    {"char_length", 0x20C30B3E9E0FCFA2, function_id::char_length, 1, 1, false, false, sqlite_form::renamed,
     "length"},
    {"character_length", 0xF8B756CC61AA4373, function_id::character_length, 1, 1, false, false,
     sqlite_form::renamed, "length"},
    {"octet_length", 0xC6EE3FB7C72528AF, function_id::octet_length, 1, 1, false, false, sqlite_form::of_blob,
     "length"},
    {"lower", 0x4F2DF427E221BA53, function_id::lower, 1, 1},
    {"upper", 0x9157209BB7C34A32, function_id::upper, 1, 1},
    {"coalesce", 0x5B7CC990FB68B710, function_id::coalesce, 2, many_arguments},
    {"nullif", 0x4E86CFE41A8D6621, function_id::nullif, 2, 2},
    {"abs", 0x00B9F6B08B7A514B, function_id::abs, 1, 1},
    {"sign", 0x06BFAEF33892C439, function_id::sign, 1, 1},
    {"round", 0x7A4F6F1D1465215E, function_id::round, 1, 2},
    {"trim", 0xB78A9C08B1320A74, function_id::trim, 1, 2},
    {"ltrim", 0x167E61D0D687BF47, function_id::ltrim, 1, 2},
    {"rtrim", 0xBD3C54311E99185E, function_id::rtrim, 1, 2},
    {"btrim", 0xFCC04840FF27C217, function_id::btrim, 1, 2, false, false, sqlite_form::renamed, "trim"},
    {"substr", 0xC7CD1E4E4C1C0247, function_id::substr, 2, 3},
    {"replace", 0xA7700D198E4CFBCB, function_id::replace, 3, 3},
    {"greatest", 0x63652731F83D7284, function_id::greatest, 2, many_arguments, false, false,
     sqlite_form::rotated, "max"},
    {"least", 0xABCD609ADB3E3A30, function_id::least, 2, many_arguments, false, false, sqlite_form::rotated,
     "min"},
    {"strpos", 0x1A0CD8AE3593A9B0, function_id::strpos, 2, 2, false, false, sqlite_form::renamed, "instr"},
    {"count", 0x52825840C484179E, function_id::aggregate, 0, 1, false, true},
    {"sum", 0xB8F02DC116ADA67C, function_id::aggregate, 1, 1, false, true},
    {"min", 0xE652CBE91C664E5B, function_id::aggregate, 1, 1, false, true},
    {"max", 0xAD022A4BDF368BF1, function_id::aggregate, 1, 1, false, true},
    {"avg", 0x86E38E3421E128C0, function_id::aggregate, 1, 1, false, true},
    {"string_agg", 0xC101214C92B6EE57, function_id::aggregate, 2, 2, false, true},
    {"array_agg", 0xB2FE31A5304ED3FB, function_id::aggregate, 1, 1, false, true},
    {"bool_and", 0xAB558A40B3174E00, function_id::aggregate, 1, 1, false, true},
    {"bool_or", 0x3E0233215604672E, function_id::aggregate, 1, 1, false, true}};

/// Whether two rows of one statement may get different values from a function: VOLATILE on PostgreSQL, where
/// now() is STABLE.
constexpr bool changes_with_rows(u64 hash) { return hash == word_gen_random_uuid; }

/// Where bits 20 to 26 of a hash_name lead, and on from there to the first 0: the place in `functions`,
/// plus 1. Laid out beforehand, as words::slots is; tests/static/sql/functions.cpp shows what it is to be.
// clang-format off
inline constexpr char function_slots[] =
    "\2\0\0\24\35\0\0\0\0\14\0\0\0\0\0\0\0\0\0\1\16\0\0\0\0\0\5\0\0\0\33\0\0\0\7\0\0\0\0\0\12\0\0\34\0\0"
    "\0\0\0\36\0\25\0\0\11\13\0\0\0\0\0\0\0\0\0\22\0\0\0\0\15\31\27\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\26\0"
    "\0\0\0\0\0\4\37\0\0\23\0\0\0\17\20\30\0\3\0\0\0\0\0\6\21\32\0\0\0\0\0\0\0\10\0\0\0";
// clang-format on

/// The place in `functions` of this hash_name, or -1. (g++ 12 with -fsanitize=undefined does not take an
/// address compared with nullptr for a constant; a place it does.)
constexpr int find_function_at(u64 hash) {
  for (u32 slot = u32(hash >> 20) & 127; function_slots[slot] != 0; slot = (slot + 1) & 127)
    if (functions[function_slots[slot] - 1].hash == hash) return function_slots[slot] - 1;
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
  const char* on_postgresql;
  const char* on_sqlite; ///< what stands in SQLite's CAST; it converts storage and checks no domain
};

inline constexpr u64 word_json = 0xBAFA63DCCF35DAD9;

/// Several names of one type each have a line.
inline constexpr cast_spelling cast_types[] = {
    {0x130DEBD015ED0ABB, cast_type::boolean, 0, "boolean", "integer"},                // boolean
    {0xFBE61D50B0B25258, cast_type::boolean, 0, "boolean", "integer"},                // bool
    {0x2E1CCDD3756179DA, cast_type::smallint, 0, "smallint", "integer"},              // smallint
    {0x9E10C539DAF91676, cast_type::smallint, 0, "smallint", "integer"},              // int2
    {0x726541CCA633E375, cast_type::integer, 0, "integer", "integer"},                // integer
    {0xCF83D5372FD73D4D, cast_type::integer, 0, "integer", "integer"},                // int
    {0x8A62D26F62D4D42D, cast_type::integer, 0, "integer", "integer"},                // int4
    {0xEA6B16C4B307E8C1, cast_type::bigint, 0, "bigint", "integer"},                  // bigint
    {0x880AEE1D2A04A88B, cast_type::bigint, 0, "bigint", "integer"},                  // int8
    {0xABF436CA792BC3A8, cast_type::real, 0, "real", "real"},                         // real
    {0x2717A482E41374E3, cast_type::real, 0, "real", "real"},                         // float4
    {0x99399D8729838410, cast_type::double_precision, 0, "double precision", "real"}, // double precision
    {0x30F3EDC1BB70EAA3, cast_type::double_precision, 0, "double precision", "real"}, // float8
    {0xBD48A27DE8FD3AD0, cast_type::numeric, 2, "numeric", "numeric"},                // numeric
    {0xD217B8235E57C194, cast_type::numeric, 2, "numeric", "numeric"},                // decimal
    {0x382F08D702EDB98D, cast_type::text, 0, "text", "text"},                         // text
    {0xDC142769C7F5E015, cast_type::varchar, 1, "varchar", "text"},                   // varchar
    {0x32C8EE2A50B3E82C, cast_type::varchar, 1, "varchar", "text"},                   // character varying
    {0x6E28E400281F9912, cast_type::date, 0, "date", "text"},                         // date
    {0x1A7C43E176D1763C, cast_type::timestamp, 0, "timestamp", "text"},               // timestamp
    {0xD5D8205DED197D75, cast_type::timestamp, 0, "timestamp", "text"},     // timestamp without time zone
    {0x152203F632E694CB, cast_type::timestamptz, 0, "timestamptz", "text"}, // timestamptz
    {0x1F78D4930219BA3A, cast_type::timestamptz, 0, "timestamptz", "text"}, // timestamp with time zone
    {0x0482E8727DE55D91, cast_type::uuid, 0, "uuid", "text"},               // uuid
    {word_json, cast_type::json, 0, "jsonb", "text"},                       // json
    {0xBD4ED6755EF24BA7, cast_type::jsonb, 0, "jsonb", "text"},             // jsonb
    {0x13F2CA46A2286ACC, cast_type::bytea, 0, "bytea", "blob"}              // bytea
};

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
