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
  where,
  set
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

/// PostgreSQL 15, appendix C: "reserved" and "reserved (can be function or type)", that SQLite takes as a
/// name.
inline constexpr text_view only_postgresql[] = {"analyse",
                                                "analyze",
                                                "any",
                                                "array",
                                                "asc",
                                                "asymmetric",
                                                "authorization",
                                                "binary",
                                                "both",
                                                "collation",
                                                "column",
                                                "concurrently",
                                                "cross",
                                                "current_catalog",
                                                "current_date",
                                                "current_role",
                                                "current_schema",
                                                "current_time",
                                                "current_timestamp",
                                                "current_user",
                                                "desc",
                                                "do",
                                                "end",
                                                "false",
                                                "fetch",
                                                "for",
                                                "freeze",
                                                "full",
                                                "grant",
                                                "ilike",
                                                "initially",
                                                "inner",
                                                "lateral",
                                                "leading",
                                                "left",
                                                "like",
                                                "localtime",
                                                "localtimestamp",
                                                "natural",
                                                "null",
                                                "offset",
                                                "only",
                                                "outer",
                                                "overlaps",
                                                "placing",
                                                "right",
                                                "session_user",
                                                "similar",
                                                "some",
                                                "symmetric",
                                                "tablesample",
                                                "trailing",
                                                "true",
                                                "user",
                                                "variadic",
                                                "verbose",
                                                "window"};

/// SQLite, "SQL Keywords": those without a fallback to a name, tried on 3.40, that PostgreSQL takes as a
/// name.
inline constexpr text_view only_sqlite[] = {
    "add",   "alter",  "autoincrement", "between", "commit", "delete",      "drop",   "escape", "exists",
    "index", "insert", "nothing",       "raise",   "set",    "transaction", "update", "values"};

inline constexpr text_view both[] = {
    "all",       "and",     "as",         "case",      "cast", "check",  "collate", "constraint",
    "create",    "default", "deferrable", "distinct",  "else", "except", "foreign", "from",
    "group",     "having",  "in",         "intersect", "into", "is",     "isnull",  "join",
    "limit",     "not",     "notnull",    "on",        "or",   "order",  "primary", "references",
    "returning", "select",  "table",      "then",      "to",   "union",  "unique",  "using",
    "when",      "where",   "with"};

struct meaning {
  text_view text;
  keyword word;
};

inline constexpr meaning meanings[] = {{"or", keyword::logical_or},
                                       {"and", keyword::logical_and},
                                       {"not", keyword::logical_not},
                                       {"is", keyword::is},
                                       {"isnull", keyword::is_null},
                                       {"notnull", keyword::not_null},
                                       {"in", keyword::in},
                                       {"between", keyword::between},
                                       {"like", keyword::like},
                                       {"ilike", keyword::unlike_sqlite},
                                       {"similar", keyword::unlike_sqlite},
                                       {"collate", keyword::unlike_sqlite},
                                       {"overlaps", keyword::unlike_sqlite},
                                       {"escape", keyword::unlike_sqlite},
                                       {"null", keyword::null},
                                       {"true", keyword::true_value},
                                       {"false", keyword::false_value},
                                       {"current_timestamp", keyword::current_timestamp},
                                       {"current_date", keyword::current_date},
                                       {"current_time", keyword::unsupported_value},
                                       {"localtime", keyword::unsupported_value},
                                       {"localtimestamp", keyword::unsupported_value},
                                       {"array", keyword::unsupported_value},
                                       {"exists", keyword::unsupported_value},
                                       {"any", keyword::unsupported_value},
                                       {"some", keyword::unsupported_value},
                                       {"case", keyword::case_of},
                                       {"when", keyword::when},
                                       {"then", keyword::then},
                                       {"else", keyword::otherwise},
                                       {"end", keyword::end},
                                       {"cast", keyword::cast},
                                       {"as", keyword::as},
                                       {"distinct", keyword::distinct},
                                       {"from", keyword::from},
                                       {"insert", keyword::insert},
                                       {"update", keyword::update},
                                       {"delete", keyword::delete_rows},
                                       {"select", keyword::select},
                                       {"with", keyword::with},
                                       {"into", keyword::into},
                                       {"join", keyword::join},
                                       {"using", keyword::using_tables},
                                       {"where", keyword::where},
                                       {"set", keyword::set}};

/// Open addressing: a word that is none meets an empty place at its first or second probe.
struct keyword_table {
  static constexpr u32 mask = 1023;
  keyword_entry entries[mask + 1]{};

  constexpr void add(text_view text, keyword word, reserved_by reserved) {
    const u64 hash = hash_name(text);
    u32 i = u32(hash >> 20) & mask;
    while (entries[i].hash != 0 && entries[i].hash != hash) i = (i + 1) & mask;
    entries[i] = {hash, word, entries[i].hash ? entries[i].reserved : reserved};
  }
};

inline constexpr keyword_table table = [] {
  keyword_table t;
  for (auto text : only_postgresql) t.add(text, keyword::other, reserved_by::postgresql);
  for (auto text : only_sqlite) t.add(text, keyword::other, reserved_by::sqlite);
  for (auto text : both) t.add(text, keyword::other, reserved_by::both);
  for (const auto& m : meanings) t.add(m.text, m.word, reserved_by::nobody);
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
