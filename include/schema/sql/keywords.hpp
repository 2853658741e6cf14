// Floor 1. The words that SQL keeps for itself.
#pragma once

#include <schema/sql/words.hpp>

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

namespace words {

/// PostgreSQL 15, appendix C: "reserved" and "reserved (can be function or type)". SQLite, "SQL Keywords":
/// those without a fallback to a name, tried on 3.40. Such a word can't be a column's name inside an
/// expression, unless it is quoted.
inline constexpr u64 hashes[] = {
    0, // no word
    // those a parser acts upon, as their meanings have them
    word_and, word_as, word_case, word_cast, word_collate, word_distinct, word_else, word_from, word_in,
    word_into, word_is, word_isnull, word_join, word_not, word_notnull, word_or, word_select, word_then,
    word_using, word_when, word_where, word_with, word_between, word_delete, word_escape, word_exists,
    word_insert, word_update, word_any, word_array, word_current_date, word_current_time,
    word_current_timestamp, word_end, word_false, word_ilike, word_like, word_localtime, word_localtimestamp,
    word_null, word_overlaps, word_similar, word_some, word_true,
    // the others of both databases
    word_all, word_check, word_constraint, word_create, word_default, word_deferrable, word_except,
    word_foreign, word_group, word_having, word_intersect, word_limit, word_on, word_order, word_primary,
    word_references, word_returning, word_table, word_to, word_union, word_unique,
    // of SQLite alone
    word_set, word_add, word_alter, word_autoincrement, word_commit, word_drop, word_index, word_nothing,
    word_raise, word_transaction, word_values,
    // of PostgreSQL alone
    word_analyse, word_analyze, word_asc, word_asymmetric, word_authorization, word_binary, word_both,
    word_collation, word_column, word_concurrently, word_cross, word_current_catalog, word_current_role,
    word_current_schema, word_current_user, word_desc, word_do, word_fetch, word_for, word_freeze, word_full,
    word_grant, word_initially, word_inner, word_lateral, word_leading, word_left, word_natural, word_offset,
    word_only, word_outer, word_placing, word_right, word_session_user, word_symmetric, word_tablesample,
    word_trailing, word_user, word_variadic, word_verbose, word_window};

using enum keyword;
/// What the first of them are to a parser; the rest are `other`.
inline constexpr keyword meanings[] = {none,
                                       logical_and,
                                       as,
                                       case_of,
                                       cast,
                                       unlike_sqlite,
                                       distinct,
                                       otherwise,
                                       from,
                                       in,
                                       into,
                                       is,
                                       is_null,
                                       join,
                                       logical_not,
                                       not_null,
                                       logical_or,
                                       select,
                                       then,
                                       using_tables,
                                       when,
                                       where,
                                       with,
                                       between,
                                       delete_rows,
                                       unlike_sqlite,
                                       unsupported_value,
                                       insert,
                                       update,
                                       unsupported_value,
                                       unsupported_value,
                                       current_date,
                                       unsupported_value,
                                       current_timestamp,
                                       end,
                                       false_value,
                                       unlike_sqlite,
                                       like,
                                       unsupported_value,
                                       unsupported_value,
                                       null,
                                       unlike_sqlite,
                                       unlike_sqlite,
                                       unsupported_value,
                                       true_value};

/// Open addressing: bits 20 to 29 of the hash of a word lead to its place among the hashes, or to one before
/// it here; a word that is none meets a 0 at its first or second probe. Laid out beforehand, as a text, which
/// is what compilers read and look into for least; tests/static/sql/keywords.cpp shows what it is to be.
inline constexpr u32 slot_mask = 1023;
// clang-format off
inline constexpr char slots[] =
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\122\145\0\0\5\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\22\0\0\0\0\24\55\125"
    "\0\0\0\0\0\0\0\0\0\0\0\113\0\0\0\0\0\0\0\0\0\25\117\0\0\0\0\0\0\66\0\0\20\155\0\46\0\14\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\0\0\0\0\0\141\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\150\35\41\0\0\165\0\0\0\0\0\0\0\0\0"
    "\73\0\0\0\0\0\64\157\0\0\0\0\0\0\107\0\0\0\0\61\0\0\72\0\43\0\0\0\0\0\0\0\0\53\0\0\37\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\103\0\0\0\0\0\0\0\0\0\0\0\0\3\0\45\140\0\0\0\0\0\0\0\0\0\0\0\162\4\153"
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\147\0\0\0\0\0\0\0\0\156\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\111\0\0\0\57\0\0\0"
    "\0\0\0\0\101\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\33\0\0\0\0\0\36\0\0\0\0\0\0\0\16"
    "\0\0\0\0\0\0\0\0\0\0\0\112\0\0\0\0\56\0\152\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\21\0\0\0\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\0\0\0\0\27\0\0\0\0\0\0\0\0\0\0\23\0\0\0\0\0\47\0\0\0\0\0\0\0\0\0\0\54\0\0\0\0\0\0\0\0"
    "\0\31\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\65\0\0\0\106\0\0\0\0\0\0\0\0\0\0\0\0\0\40\0\0"
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\30\7\0\0\0\0\0\0\0\0\0\17\0\135\0\0\0\0\76\0\0\0\0\0\0\0\0\0\0\0"
    "\160\0\0\0\0\0\0\0\71\0\0\0\0\142\0\0\0\0\0\0\0\116\0\0\0\1\0\0\0\0\0\74\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\51\0\0\0\0\0\133\102\0\0\0\0\0\131\0\0\0\0\0\0\50\0\0\0\0\0\0\0\0\0\0\0\0\0\52\0\0\144"
    "\126\0\0\0\130\0\62\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\26\0\0\0\0\0\0\0\0\0\0\0\132\0\154\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\77\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\136\123\0\0\0\0\0\0\0\0\0\0\0\0"
    "\0\44\0\0\0\0\121\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "\0\0\134\0\0\0\0\0\0\0\115\0\0\0\0\0\0\0\0\0\0\0\0\124\0\0\0\0\0\0\0\0\75\0\0\42\0\32\0\0\0\0\0\0\0"
    "\0\0\0\0\0\104\0\13\0\0\0\0\0\0\0\60\0\0\0\161\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\0\0\0\0\0\100\0\0\0\0\0\0\0\0\0\110\0\143\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\105\163\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\15\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\34\63\0\0\0\0\0\0\0\0\70\0\0\0\0\0\127\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\151\0\0\0\0\6"
    "\67\146\0\0\0\0\0\0\0\0\120\137\0\164\12\114\0\0\0\0\0\0\0\11\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\0\0"
    "\0\0\0\0\0\2\0\0\0\0\0\0\0\0";
// clang-format on

/// The place of a word among the hashes; 0 for a plain name.
constexpr u32 find_place(u64 hash) {
  u32 i = u32(hash >> 20) & slot_mask;
  while (slots[i] != 0 && hashes[u32(slots[i])] != hash) i = (i + 1) & slot_mask;
  return u32(slots[i]);
}

/// What the word at a place is to a parser.
constexpr keyword meaning_at(u32 place) { return place < sizeof(meanings) ? meanings[place] : other; }

} // namespace words

/// What SQL knows about the word with this hash_name; `none` for a plain name.
constexpr keyword find_keyword(u64 hash) { return words::meaning_at(words::find_place(hash)); }

/// Whether one of the databases keeps the word with this hash_name for itself.
constexpr bool is_reserved(u64 hash) { return words::find_place(hash) != 0; }

} // namespace schema::sql
