// Floor 1. The words that SQL keeps for itself.
#pragma once

#include <schema/sql/token.hpp>

namespace schema::sql {

/// The words that a parser acts upon; every other reserved word is `other`.
enum class keyword : u8 {
  none,
  other,
  logical_or,
  logical_and,
  logical_not,
  is,
  is_null,
  not_null,
  in,
  between,
  like,
  unlike_sqlite,
  null,
  true_value,
  false_value,
  current_timestamp,
  current_date,
  unsupported_value,
  case_of,
  when,
  then,
  otherwise,
  end,
  cast,
  as,
  distinct,
  from,
  insert,
  update,
  delete_rows,
  select,
  with,
  into,
  join,
  using_tables,
  where
};

/// Who reserves a word: it can't be a column's name inside an expression there, unless it is quoted.
enum class reserved_by : u8 { nobody, postgresql, sqlite, both };

struct keyword_entry {
  u64 hash{};
  keyword word{};
  reserved_by reserved{};
};

/// The hash of a word as a constant of the program: "select"_word.
consteval u64 operator""_word(const char* text, std::size_t size) { return hash_name({text, size}); }

namespace words {

struct reserved_word {
  const char* text;
  reserved_by by;
  keyword word{keyword::other};
};

using by = reserved_by;

/// PostgreSQL 15, appendix C: "reserved" and "reserved (can be function or type)". SQLite, "SQL Keywords":
/// those without a fallback to a name, tried on 3.40.
inline constexpr reserved_word list[] = {{"and", by::both, keyword::logical_and},
                                         {"as", by::both, keyword::as},
                                         {"case", by::both, keyword::case_of},
                                         {"cast", by::both, keyword::cast},
                                         {"collate", by::both, keyword::unlike_sqlite},
                                         {"distinct", by::both, keyword::distinct},
                                         {"else", by::both, keyword::otherwise},
                                         {"from", by::both, keyword::from},
                                         {"in", by::both, keyword::in},
                                         {"into", by::both, keyword::into},
                                         {"is", by::both, keyword::is},
                                         {"isnull", by::both, keyword::is_null},
                                         {"join", by::both, keyword::join},
                                         {"not", by::both, keyword::logical_not},
                                         {"notnull", by::both, keyword::not_null},
                                         {"or", by::both, keyword::logical_or},
                                         {"select", by::both, keyword::select},
                                         {"then", by::both, keyword::then},
                                         {"using", by::both, keyword::using_tables},
                                         {"when", by::both, keyword::when},
                                         {"where", by::both, keyword::where},
                                         {"with", by::both, keyword::with},
                                         {"all", by::both},
                                         {"check", by::both},
                                         {"constraint", by::both},
                                         {"create", by::both},
                                         {"default", by::both},
                                         {"deferrable", by::both},
                                         {"except", by::both},
                                         {"foreign", by::both},
                                         {"group", by::both},
                                         {"having", by::both},
                                         {"intersect", by::both},
                                         {"limit", by::both},
                                         {"on", by::both},
                                         {"order", by::both},
                                         {"primary", by::both},
                                         {"references", by::both},
                                         {"returning", by::both},
                                         {"table", by::both},
                                         {"to", by::both},
                                         {"union", by::both},
                                         {"unique", by::both},
                                         {"between", by::sqlite, keyword::between},
                                         {"delete", by::sqlite, keyword::delete_rows},
                                         {"escape", by::sqlite, keyword::unlike_sqlite},
                                         {"exists", by::sqlite, keyword::unsupported_value},
                                         {"insert", by::sqlite, keyword::insert},
                                         {"set", by::sqlite},
                                         {"update", by::sqlite, keyword::update},
                                         {"add", by::sqlite},
                                         {"alter", by::sqlite},
                                         {"autoincrement", by::sqlite},
                                         {"commit", by::sqlite},
                                         {"drop", by::sqlite},
                                         {"index", by::sqlite},
                                         {"nothing", by::sqlite},
                                         {"raise", by::sqlite},
                                         {"transaction", by::sqlite},
                                         {"values", by::sqlite},
                                         {"any", by::postgresql, keyword::unsupported_value},
                                         {"array", by::postgresql, keyword::unsupported_value},
                                         {"current_date", by::postgresql, keyword::current_date},
                                         {"current_time", by::postgresql, keyword::unsupported_value},
                                         {"current_timestamp", by::postgresql, keyword::current_timestamp},
                                         {"end", by::postgresql, keyword::end},
                                         {"false", by::postgresql, keyword::false_value},
                                         {"ilike", by::postgresql, keyword::unlike_sqlite},
                                         {"like", by::postgresql, keyword::like},
                                         {"localtime", by::postgresql, keyword::unsupported_value},
                                         {"localtimestamp", by::postgresql, keyword::unsupported_value},
                                         {"null", by::postgresql, keyword::null},
                                         {"overlaps", by::postgresql, keyword::unlike_sqlite},
                                         {"similar", by::postgresql, keyword::unlike_sqlite},
                                         {"some", by::postgresql, keyword::unsupported_value},
                                         {"true", by::postgresql, keyword::true_value},
                                         {"analyse", by::postgresql},
                                         {"analyze", by::postgresql},
                                         {"asc", by::postgresql},
                                         {"asymmetric", by::postgresql},
                                         {"authorization", by::postgresql},
                                         {"binary", by::postgresql},
                                         {"both", by::postgresql},
                                         {"collation", by::postgresql},
                                         {"column", by::postgresql},
                                         {"concurrently", by::postgresql},
                                         {"cross", by::postgresql},
                                         {"current_catalog", by::postgresql},
                                         {"current_role", by::postgresql},
                                         {"current_schema", by::postgresql},
                                         {"current_user", by::postgresql},
                                         {"desc", by::postgresql},
                                         {"do", by::postgresql},
                                         {"fetch", by::postgresql},
                                         {"for", by::postgresql},
                                         {"freeze", by::postgresql},
                                         {"full", by::postgresql},
                                         {"grant", by::postgresql},
                                         {"initially", by::postgresql},
                                         {"inner", by::postgresql},
                                         {"lateral", by::postgresql},
                                         {"leading", by::postgresql},
                                         {"left", by::postgresql},
                                         {"natural", by::postgresql},
                                         {"offset", by::postgresql},
                                         {"only", by::postgresql},
                                         {"outer", by::postgresql},
                                         {"placing", by::postgresql},
                                         {"right", by::postgresql},
                                         {"session_user", by::postgresql},
                                         {"symmetric", by::postgresql},
                                         {"tablesample", by::postgresql},
                                         {"trailing", by::postgresql},
                                         {"user", by::postgresql},
                                         {"variadic", by::postgresql},
                                         {"verbose", by::postgresql},
                                         {"window", by::postgresql}};

/// Open addressing: a word that is none meets an empty place at its first or second probe.
struct keyword_table {
  static constexpr u32 mask = 1023;
  keyword_entry entries[mask + 1]{};
};

/// Spelt out without a call: every program that includes the core pays for it.
inline constexpr keyword_table table = [] {
  keyword_table t;
  for (u32 at = 0; at < sizeof(list) / sizeof(reserved_word); ++at) {
    u64 hash = hash_seed; // hash_name of small letters
    for (const char* c = list[at].text; *c; ++c) hash = (hash ^ u8(*c)) * hash_prime;
    u32 i = u32(hash >> 20) & keyword_table::mask;
    while (t.entries[i].hash != 0) i = (i + 1) & keyword_table::mask;
    t.entries[i].hash = hash;
    t.entries[i].word = list[at].word;
    t.entries[i].reserved = list[at].by;
  }
  return t;
}();

} // namespace words

/// What SQL knows about the word with this hash_name; an entry of `none` for a plain name.
constexpr const keyword_entry& find_keyword(u64 hash) {
  u32 i = u32(hash >> 20) & words::keyword_table::mask;
  while (words::table.entries[i].hash != hash && words::table.entries[i].hash != 0)
    i = (i + 1) & words::keyword_table::mask;
  return words::table.entries[i];
}

constexpr bool is_reserved(text_view word) {
  return find_keyword(hash_name(word)).reserved != reserved_by::nobody;
}

} // namespace schema::sql
