// Floor 0. Names as plain values: text, hash and what is wrong with them.
#pragma once

#include <schema/text/fixed_string.hpp>

namespace schema {

inline constexpr u64 hash_seed = 14695981039346656037ull; // FNV-1a, 64 bits
inline constexpr u64 hash_prime = 1099511628211ull;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; }

/// Continues an FNV-1a hash with one byte.
constexpr u64 hash_byte(u64 hash, char c) { return (hash ^ u8(c)) * hash_prime; }

/// Continues an FNV-1a hash with a text as it stands.
constexpr u64 hash_more(u64 hash, text_view text) {
  for (char c : text) hash = hash_byte(hash, c);
  return hash;
}

/// What a byte is in an unquoted name: itself, or 0 when it can't stand there. One look-up in place of calls,
/// since this is asked for every byte of every name that is written. As texts, which a compiler reads in one
/// step; tests/static/text/identifier.cpp says what stands where.
struct name_bytes {
  u8 word[256];
  u8 folded[257]; ///< any byte in lower case; a literal has a zero behind it
};
// clang-format off
inline constexpr name_bytes name_byte_table{
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" "01234"
    "56789\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0_\0abcdefghijklmnopqrstuv"
    "wxyz",
    "\0\1\2\3\4\5\6\7\10\11\12\13\14\15\16\17\20\21\22\23\24\25\26\27\30\31\32\33\34\35\36\37 !\"#$%&'()*+,-."
    "/0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\177\200\201\202\203"
    "\204\205\206\207\210\211\212\213\214\215\216\217\220\221\222\223\224\225\226\227\230\231\232\233\234\235"
    "\236\237\240\241\242\243\244\245\246\247\250\251\252\253\254\255\256\257\260\261\262\263\264\265\266\267"
    "\270\271\272\273\274\275\276\277\300\301\302\303\304\305\306\307\310\311\312\313\314\315\316\317\320\321"
    "\322\323\324\325\326\327\330\331\332\333\334\335\336\337\340\341\342\343\344\345\346\347\350\351\352\353"
    "\354\355\356\357\360\361\362\363\364\365\366\367\370\371\372\373\374\375\376\377"};
// clang-format on

/// One byte in every place of a word.
inline constexpr text_word every_one = text_word(0x0101010101010101) << 64 | 0x0101010101010101;
inline constexpr text_word every_top = 0x80 * every_one, every_letter = 0x40 * every_one;

/// Names hash sixteen bytes at a time, what is missing of the last as zeros: a compiler pays for an
/// operation, not for its width. Where all bytes are of [A-Za-z0-9_$] their case goes by in_one_case, a word
/// at a time; others begin otherwise, and each byte is looked at.
inline constexpr text_word name_prime = text_word(0x9E3779B97F4A7C15) << 64 | 0xF39CC0605CEDC835;
inline constexpr text_word name_seed = text_word(0x243F6A8885A308D3) << 64 | 0x13198A2E03707344;

/// Written out where it runs for every name, token and word of SQL: make_identifier, sql::read_token,
/// hash_name.
struct name_hash {
  text_word state{name_seed}; ///< ~name_seed for a text that is no word

  constexpr void add(text_word word) {
    state = (state ^ word) * name_prime;
    state ^= state >> 64;
  }
  constexpr u64 value() const { return u64(state * name_prime >> 64); }
};

/// Small letters for large ones; of what else stands in words it changes _ alone.
constexpr text_word in_one_case(text_word word) { return word | (word & every_letter) >> 1; }

/// The hash of a name: ASCII case folded, since SQLite takes "A" and "a" for one column.
constexpr u64 hash_name(text_view text) {
  const char* const data = text.data();
  const u32 size = u32(text.size());
  text_word hash = name_seed, other = ~name_seed; // of a word, and of another text
  bool is_word = true;
  for (u32 i = 0; i < size;) {
    text_word word = 0;
    for (u32 bit = 0; bit < word_bits && i < size; bit += 8) {
      const u32 c = name_byte_table.folded[u8(data[i++])];
      word |= text_word(c) << bit;
      is_word = is_word && ((c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9') || c == '$');
    }
    hash = (hash ^ (word | (word & every_letter) >> 1)) * name_prime;
    hash ^= hash >> 64;
    other = (other ^ word) * name_prime;
    other ^= other >> 64;
  }
  return u64((is_word ? hash : other) * name_prime >> 64);
}

/// Combines two hashes; the order counts.
constexpr u64 mix(u64 a, u64 b) {
  return (a ^ (b + 0x9E3779B97F4A7C15ull + (a << 6) + (a >> 2))) * hash_prime;
}
constexpr u64 mix(u64 a, u64 b, u64 c) { return mix(mix(a, b), c); }

/// Why a name is refused. PostgreSQL clips names at 63 bytes without a word (manual, 4.1.1). A pair,
/// audit.event, is refused where no name in a schema may stand.
enum class name_fault : u8 { none, empty, character, too_long, reserved_prefix, zero_byte, pair };

inline constexpr u32 longest_name = 63;

constexpr bool is_word_start(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A name in words, zeros behind it.
struct name_words {
  text_word words[longest_name / word_bytes + 1]{};
};

struct identifier {
  const char* data{""};
  u32 size{};
  u64 hash{hash_seed};
  name_fault fault{};
  bool is_plain{};     ///< of [a-z0-9_] alone
  name_words packed{}; ///< when it is plain and not too long

  constexpr text_view view() const { return {data, size}; }
  constexpr bool empty() const { return size == 0; }

  /// Whether it is a name in a schema, audit.event. Its hash is that of both halves, mixed.
  constexpr bool is_pair() const { return fault == name_fault::pair; }
  /// The schema of a pair; of another name nothing.
  constexpr text_view place() const { return is_pair() ? view().substr(0, view().find('.')) : text_view(); }
  /// The name without its schema.
  constexpr text_view own() const { return is_pair() ? view().substr(view().find('.') + 1) : view(); }
};

/// Names are handed about by address: equal literals share one identifier.
using name = const identifier*;

/// Whether a name begins with what the databases keep for themselves, in any case.
constexpr bool has_reserved_prefix(text_view text) {
  const text_view prefix = lower(text[0]) == 'p' ? "pg_" : "sqlite_";
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i)
    if (lower(text[i]) != prefix[i]) return false;
  return true;
}

/// Whether a text is a plain name, and not a reserved one.
constexpr bool is_half_of_pair(text_view text) {
  if (text.empty() || text.size() > longest_name || is_digit(text[0]) || has_reserved_prefix(text))
    return false;
  for (const char c : text)
    if (name_byte_table.word[u8(c)] == 0) return false;
  return true;
}
constexpr bool is_pair_of_names(text_view text) {
  const std::size_t dot = text.find('.');
  return dot != text_view::npos && is_half_of_pair(text.substr(0, dot)) &&
         is_half_of_pair(text.substr(dot + 1));
}

/// The hash of a name in a schema, from those of its halves.
constexpr u64 pair_hash(u64 place, u64 own) { return mix(place, own); }

/// An identifier over a text that outlives it.
constexpr identifier make_identifier(const char* data, u32 size, bool is_quoted = false) {
  bool is_plain = true;
  name_words packed;
  name_fault fault = size == 0             ? name_fault::empty
                     : size > longest_name ? name_fault::too_long
                                           : name_fault::none;
  for (u32 i = 0; i < size; ++i) {
    u8 byte = name_byte_table.word[u8(data[i])];
    if (byte == 0) {
      is_plain = false;
      byte = u8(data[i]);
      if (!is_quoted)
        fault = name_fault::character;
      else if (byte == 0)
        fault = name_fault::zero_byte;
    }
    if (i < sizeof(packed)) packed.words[i / word_bytes] |= text_word(byte) << i % word_bytes * 8;
  }
  if (size > 0 && !is_quoted && is_digit(data[0])) fault = name_fault::character;
  if (size > 2 && (data[2] == '_' || data[2] == 'l' || data[2] == 'L') && has_reserved_prefix({data, size}))
    fault = name_fault::reserved_prefix;
  if (fault == name_fault::character && is_pair_of_names({data, size})) {
    identifier made{data, size, 0, name_fault::pair};
    made.hash = pair_hash(hash_name(made.place()), hash_name(made.own()));
    return made;
  }
  return {data, size, hash_name({data, size}), fault, is_plain, packed};
}
constexpr identifier make_identifier(text_view text, bool is_quoted = false) {
  return make_identifier(text.data(), u32(text.size()), is_quoted);
}

template <std::size_t N> struct padded_bytes {
  fixed_string<N> bytes;
  char rest[sizeof(name_words) - N]{};
};
template <> struct padded_bytes<sizeof(name_words)> { fixed_string<sizeof(name_words)> bytes; };

/// The identifier of a name of at most 63 bytes: of [a-z0-9_], as most names are, a word at a time, since
/// this is most of what a declaration costs to compile; of others byte by byte.
constexpr identifier make_identifier(const name_words& text, const char* data, u32 size, bool is_quoted) {
  constexpr u64 pg = 0x5F6770, sqlite = 0x5F6574696C7173; // reserved prefixes, the first byte lowest
  constexpr text_word from_a = (0x80 - 'a') * every_one, behind_z = (0x7f - 'z') * every_one,
                      from_0 = (0x80 - '0') * every_one, behind_9 = (0x7f - '9') * every_one,
                      other_than_line = 0x7f * every_one, line = '_' * every_one;
  const u64 begin = u64(text.words[0]);
  bool is_plain =
      (begin & 0xFFFFFF) != pg && (begin & 0xFFFFFFFFFFFFFF) != sqlite && (is_quoted || (begin & 255) > '9');
  text_word hash = name_seed;
  for (u32 i = 0, rest = size; is_plain; ++i, rest -= word_bytes) {
    const text_word w = text.words[i];
    const text_word x = rest >= word_bytes ? w : w | line << 8 * rest;
    // A sum reaches the top bit of its byte from the first, or behind the last, of a range of bytes on.
    const text_word is_in =
        ((x + from_a) & ~(x + behind_z)) | ((x + from_0) & ~(x + behind_9)) | ~((x ^ line) + other_than_line);
    is_plain = (is_in & ~x & every_top) == every_top;
    hash = (hash ^ (w | (w & every_letter) >> 1)) * name_prime;
    hash ^= hash >> 64;
    if (rest <= word_bytes) break;
  }
  if (is_plain) return {data, size, u64(hash * name_prime >> 64), name_fault::none, true, text};
  return make_identifier(data, size, is_quoted);
}

/// The identifier of a literal.
template <std::size_t N> constexpr identifier make_identifier(const name_literal<N>& literal) {
  if constexpr (N > 1 && N <= sizeof(name_words)) {
    const padded_bytes<N> padded{literal};
    return make_identifier(__builtin_bit_cast(name_words, padded), literal.data, literal.size,
                           literal.is_quoted);
  } else {
    return make_identifier(literal.data, literal.size, literal.is_quoted);
  }
}

template <name_literal Name> inline constexpr identifier identifier_of = make_identifier(Name);

inline constexpr identifier no_name{};

/// Equal as text, byte for byte. The addresses of equal literals are equal, which is the common case.
constexpr bool same_name(name a, name b) { return a == b || (a->hash == b->hash && a->view() == b->view()); }

} // namespace schema
