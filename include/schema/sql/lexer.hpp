// Floor 1. Cuts SQL text into tokens, one at a time; PostgreSQL's manual, 4.1, where SQLite does not differ.
#pragma once

#include <schema/sql/token.hpp>
#include <schema/text/packed_text.hpp>

#include <initializer_list>

namespace schema::sql {

/// Texts are addressed by 16 bits.
inline constexpr u32 longest_text = 65535;

/// What a byte may begin; each as its letter in the table.
enum class byte_kind : char {
  bad = 'x',
  space = ' ',
  word = 'w',
  digit = 'd',
  quote = '\'',
  mark = '"',
  dollar = '$',
  dot = '.',
  single = 's',
  operation = 'o'
};

struct byte_letters {
  char of[257]; ///< a literal has a zero behind it
};
struct byte_kinds {
  byte_kind of[257];
};

struct byte_table {
  byte_kinds kind;
  u8 folded[257];       ///< a word's byte in lower case, 0 for a byte that ends a word
  char is_foreign[256]; ///< 1: a symbol that one of the backends does not have, or has with another meaning
};

/// Bytes from 128 on, those of characters outside ASCII, stand in words. As texts, which a compiler reads in
/// one step; tests/static/sql/lexer.cpp says what stands where.
// clang-format off
inline constexpr byte_table bytes{
    __builtin_bit_cast(byte_kinds, byte_letters{
                "xxxxxxxxx     xxxxxxxxxxxxxxxxxx"
                " o\"s$ss'ssssso.oddddddddddosooos"
                "swwwwwwwwwwwwwwwwwwwwwwwwwwsxssw"
                "xwwwwwwwwwwwwwwwwwwwwwwwwwwsossx"
                "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"
                "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"
                "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"
                "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"}),
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0$\0\0\0\0\0\0\0\0\0\0\0" "012345"
    "6789\0\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0_\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0\200\201\202"
    "\203\204\205\206\207\210\211\212\213\214\215\216\217\220\221\222\223\224\225\226\227\230\231\232\233\234"
    "\235\236\237\240\241\242\243\244\245\246\247\250\251\252\253\254\255\256\257\260\261\262\263\264\265\266"
    "\267\270\271\272\273\274\275\276\277\300\301\302\303\304\305\306\307\310\311\312\313\314\315\316\317\320"
    "\321\322\323\324\325\326\327\330\331\332\333\334\335\336\337\340\341\342\343\344\345\346\347\350\351\352"
    "\353\354\355\356\357\360\361\362\363\364\365\366\367\370\371\372\373\374\375\376\377",
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\1\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\1\0\0\0\0\1\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\1\1\0\0\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\1"};
// clang-format on

namespace lexing {

/// The offset behind a text in `quote` marks that begins at `begin`, doubled marks inside it; 0:
/// unterminated.
constexpr u32 behind_quoted(const char* text, u32 size, u32 begin, char quote, bool backslashes) {
  for (u32 i = begin + 1; i < size; ++i) {
    if (text[i] == '\0') return 0;
    if (backslashes && text[i] == '\\')
      ++i;
    else if (text[i] == quote) {
      if (i + 1 >= size || text[i + 1] != quote) return i + 1;
      ++i;
    }
  }
  return 0;
}

inline constexpr u32 no_dollar_text = ~0u;

/// The offset behind $tag$…$tag$; no_dollar_text when none begins here, 0: unterminated.
constexpr u32 behind_dollars(const char* text, u32 size, u32 begin) {
  u32 tag = begin + 1;
  while (tag < size && bytes.folded[u8(text[tag])] && text[tag] != '$') ++tag;
  if (tag >= size || text[tag] != '$' || bytes.kind.of[u8(text[begin + 1])] == byte_kind::digit)
    return no_dollar_text;
  const u32 length = tag - begin + 1;
  for (u32 i = tag + 1; i + length <= size; ++i) {
    u32 same = 0;
    while (same < length && text[i + same] == text[begin + same]) ++same;
    if (same == length) return i + length;
  }
  return 0;
}

/// The offset behind a comment that may hold comments (PostgreSQL, 4.1.5); 0: unterminated.
constexpr u32 behind_comment(const char* text, u32 size, u32 begin) {
  u32 depth = 0;
  for (u32 i = begin; i + 1 < size; ++i) {
    if (text[i] == '/' && text[i + 1] == '*') {
      ++depth;
      ++i;
    } else if (text[i] == '*' && text[i + 1] == '/') {
      ++i;
      if (--depth == 0) return i + 1;
    }
  }
  return 0;
}

/// One more than the offset of a comment, between two tokens, that holds another one; 0 when there is none.
/// SQLite ends such a comment at the first mark.
constexpr u32 nested_comment(const char* text, u32 begin, u32 end) {
  u32 open = 0;
  for (u32 i = begin; i + 1 < end; ++i) {
    if (open == 0 && text[i] == '-' && text[i + 1] == '-') {
      while (i < end && text[i] != '\n') ++i;
    } else if (text[i] == '/' && text[i + 1] == '*') {
      if (open != 0) return open;
      open = ++i;
    } else if (open != 0 && text[i] == '*' && text[i + 1] == '/') {
      open = 0;
      ++i;
    }
  }
  return 0;
}

/// The offset behind a number; a letter or digit right after it makes it bad: 0.
constexpr u32 behind_number(const char* text, u32 size, u32 begin) {
  u32 i = begin;
  if (text[i] == '0' && i + 1 < size && (text[i + 1] == 'x' || text[i + 1] == 'X')) {
    i += 2;
    const u32 digits = i;
    while (i < size && (is_digit(text[i]) || (lower(text[i]) >= 'a' && lower(text[i]) <= 'f'))) ++i;
    if (i == digits) return 0;
  } else {
    while (i < size && is_digit(text[i])) ++i;
    if (i < size && text[i] == '.') {
      ++i;
      while (i < size && is_digit(text[i])) ++i;
    }
    if (i < size && (text[i] == 'e' || text[i] == 'E')) {
      u32 digit = i + 1;
      if (digit < size && (text[digit] == '+' || text[digit] == '-')) ++digit;
      if (digit >= size || !is_digit(text[digit])) return 0;
      i = digit;
      while (i < size && is_digit(text[i])) ++i;
    }
  }
  return i < size && bytes.folded[u8(text[i])] ? 0 : i;
}

/// hash_name of the name between marks, in which a mark is doubled.
constexpr u64 hash_of_quoted(const char* text, u32 begin, u32 end) {
  if (text_view(text + begin, end - begin).find('"') == text_view::npos)
    return hash_name({text + begin, end - begin});
  name_hash hash{~name_seed};
  for (u32 i = begin; i < end;) {
    text_word word = 0;
    for (u32 bit = 0; bit < word_bits && i < end; bit += 8, ++i) {
      word |= text_word(u8(lower(text[i]))) << bit;
      if (text[i] == '"') ++i;
    }
    hash.add(word);
  }
  return hash.value();
}

/// How many bytes the operator at `i` has.
constexpr u32 operator_size(const char* text, u32 size, u32 i) {
  const char a = text[i];
  const char b = i + 1 < size ? text[i + 1] : '\0';
  switch (a) {
  case '-': return b != '>' ? 1 : i + 2 < size && text[i + 2] == '>' ? 3 : 2;
  case '<': return b == '=' || b == '>' || b == '<' ? 2 : 1;
  case '>': return b == '=' || b == '>' ? 2 : 1;
  case '=': return b == '=' || b == '>' ? 2 : 1;
  case '!': return b == '=' ? 2 : 1;
  case '|': return b == '|' ? 2 : 1;
  case ':': return b == ':' || b == '=' ? 2 : 1;
  default: return 1;
  }
}

} // namespace lexing

/// The token at or behind `position`, which moves behind it; white space and comments are skipped.
/// At the end of the text: kind `end`, size 0. A bad token reaches to the end of the text when it is not
/// terminated. `text` is at most longest_text bytes long.
constexpr token next_token(text_view sql, u32& position) {
  const char* const text = sql.data();
  const u32 size = u32(sql.size());
  u32 i = position;
  byte_kind kind{};
  for (;;) {
    if (i >= size) {
      position = size;
      return {token_kind::end, u16(size), 0, 0, '\0'};
    }
    kind = bytes.kind.of[u8(text[i])];
    if (kind == byte_kind::space) {
      ++i;
      continue;
    }
    if (kind != byte_kind::operation || i + 1 >= size) break;
    if (text[i] == '-' && text[i + 1] == '-') {
      while (i < size && text[i] != '\n') ++i;
    } else if (text[i] == '/' && text[i + 1] == '*') {
      const u32 end = lexing::behind_comment(text, size, i);
      if (end == 0) {
        position = size;
        return {token_kind::bad, u16(i), u16(size - i), 0, '\0'};
      }
      i = end;
    } else
      break;
  }

  const u32 begin = i;
  u64 hash = hash_seed;
  if (kind == byte_kind::word) {
    while (i < size && bytes.folded[u8(text[i])] != 0) ++i;
    const bool is_prefix = i < size && i == begin + 1 && text[i] == '\'';
    const char prefix = lower(text[begin]);
    if (!is_prefix || (prefix != 'e' && prefix != 'b' && prefix != 'x' && prefix != 'n')) {
      position = i;
      return {token_kind::word, u16(begin), u16(i - begin), hash_name({text + begin, i - begin}), '\0'};
    }
    kind = byte_kind::quote;
  }

  u32 end = 0;
  token_kind result = token_kind::symbol;
  switch (kind) {
  case byte_kind::digit:
    result = token_kind::number;
    end = lexing::behind_number(text, size, i);
    if (end == 0) {
      while (i < size && (bytes.folded[u8(text[i])] || text[i] == '.')) ++i;
      position = i;
      return {token_kind::bad, u16(begin), u16(i - begin), 0, '\0'};
    }
    break;
  case byte_kind::quote:
    result = token_kind::string;
    end = lexing::behind_quoted(text, size, i, '\'', lower(text[begin]) == 'e');
    break;
  case byte_kind::mark:
    end = lexing::behind_quoted(text, size, i, '"', false);
    if (end == 0 || end == begin + 2) {
      end = end ? end : size;
      position = end;
      return {token_kind::bad, u16(begin), u16(end - begin), 0, '\0'};
    }
    position = end;
    return {token_kind::quoted_word, u16(begin), u16(end - begin),
            lexing::hash_of_quoted(text, begin + 1, end - 1), '\0'};
  case byte_kind::dollar:
    end = i + 1 < size ? lexing::behind_dollars(text, size, i) : lexing::no_dollar_text;
    result = token_kind::dollar_text;
    if (end == lexing::no_dollar_text) { // a parameter: $1
      result = token_kind::symbol;
      end = i + 1;
      while (end < size && is_digit(text[end])) ++end;
    }
    break;
  case byte_kind::dot:
    end = i + 1;
    if (end < size && is_digit(text[end])) {
      result = token_kind::number;
      end = lexing::behind_number(text, size, i);
      if (end == 0) {
        while (i < size && (bytes.folded[u8(text[i])] || text[i] == '.')) ++i;
        position = i;
        return {token_kind::bad, u16(begin), u16(i - begin), 0, '\0'};
      }
    }
    break;
  case byte_kind::single: end = i + 1; break;
  case byte_kind::operation: end = i + lexing::operator_size(text, size, i); break;
  default: position = i + 1; return {token_kind::bad, u16(begin), 1, 0, '\0'};
  }
  if (end == 0) {
    position = size;
    return {token_kind::bad, u16(begin), u16(size - begin), 0, '\0'};
  }
  if (result == token_kind::number) {
    hash = hash_name({text + begin, end - begin});
  } else {
    for (; i < end; ++i) hash = (hash ^ u8(text[i])) * hash_prime;
  }
  position = end;
  return {result, u16(begin), u16(end - begin), hash,
          result == token_kind::symbol && end == begin + 1 ? text[begin] : '\0'};
}

namespace lexing {

/// The bytes of a text from `i` on, as many as a word has.
template <u32 Count> constexpr text_word word_at(const literal_words<Count>& words, u32 i) {
  const u32 bit = i % word_bytes * 8;
  return words.data[i / word_bytes] >> bit | words.data[i / word_bytes + 1] << 1 << (127 - bit);
}

/// hash_name of a run of bytes of words.
template <u32 Count> constexpr u64 hash_of_run(const literal_words<Count>& words, u32 begin, u32 size) {
  name_hash hash;
  for (u32 rest = size; rest > 0;) {
    const u32 taken = rest < word_bytes ? rest : word_bytes;
    text_word own = word_at(words, begin + size - rest);
    if (taken < word_bytes) own &= (text_word(1) << 8 * taken) - 1;
    hash.add(in_one_case(own));
    rest -= taken;
  }
  return hash.value();
}

/// Whether digits are a number where a byte of that kind follows.
constexpr bool ends_number(byte_kind next) {
  return next != byte_kind::word && next != byte_kind::dot && next != byte_kind::dollar;
}

inline constexpr char word_bytes_below_128[] =
    "abcdefghijklmnopqrstuvwxyz_0123456789$ABCDEFGHIJKLMNOPQRSTUVWXYZ";

} // namespace lexing

/// next_token into a place of the caller's: the constexpr cost of a literal is mostly here. g++ pays most for
/// a store to a member, so that there is one, and for a byte that is looked at: it is asked for the size of a
/// word, which of a literal it knows in one step, and words are hashed as a whole. The tokens that nearly
/// every text is made of are read so, the others by next_token. `words` are the bytes of `text`, which ends
/// in a zero, when it `has_words`: while compiling. (To ask whether that is so costs an evaluation that g++
/// begins and gives up.) What is behind `now` begins where it ends. Returns true when it is known that at
/// most one blank stands before the token.
template <u32 Count>
constexpr bool read_token([[maybe_unused]] const literal_words<Count>& words, [[maybe_unused]] bool has_words,
                          const char* text, u32 size, u32 position, token& now) {
  u32 i = position;
#ifndef __clang__ // which knows no such sizes
  if (has_words && i < size) {
    u32 c = u8(text[i]);
    if (c == ' ') c = u8(text[++i]);
    const byte_kind kind = bytes.kind.of[c];
    bool is_single = kind == byte_kind::single;
    if (kind == byte_kind::operation) {
      const char next = text[i + 1];
      is_single = next == ' ' || (bytes.kind.of[u8(next)] != byte_kind::operation && next != '*');
      if (next == '=' ? c == '<' || c == '>' || c == '!'
                      : (next == '>' && c == '<') || (c == u8(next) && (c == '|' || c == ':'))) {
        now = {token_kind::symbol, u16(i), 2, ((hash_seed ^ c) * hash_prime ^ u8(next)) * hash_prime, '\0'};
        return true;
      }
    }
    if (is_single) {
      now = {token_kind::symbol, u16(i), 1, (hash_seed ^ c) * hash_prime, char(c)};
      return true;
    }
    const bool is_word = kind == byte_kind::word;
    if (is_word || kind == byte_kind::digit) {
      const u32 run = u32(is_word ? __builtin_strspn(text + i, lexing::word_bytes_below_128)
                                  : __builtin_strspn(text + i, "0123456789"));
      const u32 next = u8(text[i + run]);
      if (is_word ? next < 128 && (run > 1 || next != '\'') : lexing::ends_number(bytes.kind.of[next])) {
        if (run < word_bytes) {
          const u32 bit = i % word_bytes * 8;
          const text_word own =
              (words.data[i / word_bytes] >> bit | words.data[i / word_bytes + 1] << 1 << (127 - bit)) &
              ((text_word(1) << 8 * run) - 1);
          text_word hash = (name_seed ^ (own | (own & every_letter) >> 1)) * name_prime;
          hash ^= hash >> 64;
          now = {is_word ? token_kind::word : token_kind::number, u16(i), u16(run),
                 u64(hash * name_prime >> 64), '\0'};
          return true;
        }
        if (is_word) {
          now = {token_kind::word, u16(i), u16(run), lexing::hash_of_run(words, i, run), '\0'};
          return true;
        }
      }
    }
  }
#endif
  now = next_token({text, size}, i);
  return false;
}

/// Whether a token is a word, in any case; `word` is in small letters. Compared as text: the hash of a
/// literal would be worked out for every program, and few ask.
constexpr bool means(text_view sql, const token& t, text_view word) {
  if (t.size != word.size() || t.kind != token_kind::word) return false;
  for (u32 i = 0; i < t.size; ++i)
    if (lower(sql[t.begin + i]) != word[i]) return false;
  return true;
}

/// Continues a canonical hash with a token. A quoted word is hashed as it is written, for "A" is not "a".
constexpr u64 hash_token(u64 hash, text_view text, const token& t) {
  const u64 own =
      t.kind == token_kind::quoted_word ? hash_more(hash_seed, text.substr(t.begin, t.size)) : t.hash;
  return (hash ^ own) * hash_prime;
}

} // namespace schema::sql
