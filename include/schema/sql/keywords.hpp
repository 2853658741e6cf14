// Floor 1. The words that SQL keeps for itself.
#pragma once

#include <schema/sql/token.hpp>
#include <schema/text/packed_text.hpp>

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
  keyword word{};
  reserved_by reserved{};
};

namespace words {

/// hash_name of `size` bytes of small letters, digits and _.
constexpr u64 hash_of(const text_word* words, u32 size) {
  name_hash hash;
  for (u32 i = 0; i * word_bytes < size; ++i) hash.add(in_one_case(words[i]));
  return hash.value();
}

/// A word of small letters and _, of at most 32 bytes.
struct reserved_word {
  const char* text;
  u64 hash;
  reserved_by by;
  keyword word;

  template <std::size_t N>
  consteval reserved_word(const char (&literal)[N], reserved_by by_whom, keyword known = keyword::other)
      : text(literal), hash(hash_of(words_of<2>(literal).data, N - 1)), by(by_whom), word(known) {}
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

/// Open addressing: a word that is none meets an empty place, 0, at its first or second probe. The hashes
/// stand by themselves, since to look into an array of numbers costs half of what it costs to look into
/// structs.
struct keyword_table {
  static constexpr u32 mask = 1023;
  u64 hashes[mask + 1]{};
  keyword_entry entries[mask + 1]{};
};

inline constexpr keyword_table table = [] {
  keyword_table t;
  for (const reserved_word& w : list) {
    const u64 hash = w.hash;
    u32 i = u32(hash >> 20) & keyword_table::mask;
    while (t.hashes[i] != 0) i = (i + 1) & keyword_table::mask;
    t.hashes[i] = hash;
    t.entries[i] = {w.word, w.by};
  }
  return t;
}();

} // namespace words

/// The hash of a word as a constant of the program: "select"_word.
consteval u64 operator""_word(const char* text, std::size_t size) { return hash_name({text, size}); }

/// What SQL knows about the word with this hash_name; an entry of `none` for a plain name.
constexpr const keyword_entry& find_keyword(u64 hash) {
  u32 i = u32(hash >> 20) & words::keyword_table::mask;
  while (words::table.hashes[i] != hash && words::table.hashes[i] != 0)
    i = (i + 1) & words::keyword_table::mask;
  return words::table.entries[i];
}

constexpr bool is_reserved(text_view word) {
  return find_keyword(hash_name(word)).reserved != reserved_by::nobody;
}

} // namespace schema::sql
