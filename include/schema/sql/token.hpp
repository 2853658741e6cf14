// Floor 1. The tokens of SQL text.
#pragma once

#include <schema/text/identifier.hpp>

namespace schema::sql {

enum class token_kind : u8 {
  end,
  word,        ///< unquoted name or keyword; its hash is of the ASCII-folded text
  quoted_word, ///< "…", begin and size include the marks; its hash is of the folded text between them
  number,
  string,      ///< '…', begin and size include the marks
  dollar_text, ///< $tag$…$tag$ (PostgreSQL, 4.1.2.4)
  symbol,      ///< operator or punctuation, the longest that is known: <= >= <> != || :: -> ->>
  bad          ///< an unterminated string, comment or a byte that SQL does not use
};

/// Of no values of its own, so that an array of them costs a compiler nothing until it is filled.
struct token {
  token_kind kind;
  u16 begin;   ///< offset in the text, bytes
  u16 size;    ///< bytes
  u64 hash;    ///< hash_name of words, of symbols' text, of literals' exact text
  char symbol; ///< of a symbol of one byte, 0 for every other token
};

} // namespace schema::sql
