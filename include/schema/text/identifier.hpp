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

/// Every byte at its own place: a table begins so in a few steps instead of one a byte.
struct byte_row {
  u8 bytes[256];
};
inline constexpr byte_row every_byte = [] {
  struct {
    u64 words[32];
  } row{};
  for (u64 i = 0; i < 32; ++i) row.words[i] = 0x0706050403020100 + i * 0x0808080808080808;
  return __builtin_bit_cast(byte_row, row);
}();

/// What a byte is in an unquoted name: itself, or 0 when it can't stand there. One look-up in place of calls,
/// since this is asked for every byte of every name that is written.
struct name_bytes {
  u8 word[256]{};
  byte_row folded{every_byte}; ///< any byte in lower case
};
inline constexpr name_bytes name_byte_table = [] {
  name_bytes t;
  for (u32 c = 'a'; c <= 'z'; ++c) t.word[c] = u8(c);
  for (u32 c = '0'; c <= '9'; ++c) t.word[c] = u8(c);
  t.word[u8('_')] = u8('_');
  for (u32 c = 'A'; c <= 'Z'; ++c) t.folded.bytes[c] = u8(c + ('a' - 'A'));
  return t;
}();

/// Continues the hash of a name; written out, since this runs for every byte of every name.
constexpr u64 hash_name_more(u64 hash, const char* data, u32 size) {
  for (u32 i = 0; i < size; ++i) hash = (hash ^ name_byte_table.folded.bytes[u8(data[i])]) * hash_prime;
  return hash;
}

/// The hash of a name: ASCII case folded, since SQLite takes "A" and "a" for one column.
constexpr u64 hash_name(text_view text) { return hash_name_more(hash_seed, text.data(), u32(text.size())); }

/// Combines two hashes; the order counts.
constexpr u64 mix(u64 a, u64 b) {
  return (a ^ (b + 0x9E3779B97F4A7C15ull + (a << 6) + (a >> 2))) * hash_prime;
}
constexpr u64 mix(u64 a, u64 b, u64 c) { return mix(mix(a, b), c); }

/// Why a name is refused. PostgreSQL clips names at 63 bytes without a word (manual, 4.1.1).
enum class name_fault : u8 { none, empty, character, too_long, reserved_prefix, zero_byte };

inline constexpr u32 longest_name = 63;

constexpr bool is_word_start(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A name in words, zeros behind it.
struct name_words {
  text_word words[longest_name / word_bytes + 1]{};
};
/// The same in numbers that can be multiplied byte by byte.
struct name_halves {
  u64 words[longest_name / 8 + 1];
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

/// An identifier over a text that outlives it.
constexpr identifier make_identifier(const char* data, u32 size, bool is_quoted = false) {
  u64 hash = hash_seed;
  bool is_plain = true;
  name_words packed;
  name_fault fault = size == 0             ? name_fault::empty
                     : size > longest_name ? name_fault::too_long
                                           : name_fault::none;
  for (u32 i = 0; i < size; ++i) {
    u8 byte = name_byte_table.word[u8(data[i])];
    if (byte == 0) {
      is_plain = false;
      byte = u8(lower(data[i]));
      if (!is_quoted)
        fault = name_fault::character;
      else if (byte == 0)
        fault = name_fault::zero_byte;
    }
    hash = (hash ^ byte) * hash_prime;
    if (i < sizeof(packed)) packed.words[i / word_bytes] |= text_word(byte) << i % word_bytes * 8;
  }
  if (size > 0 && !is_quoted && is_digit(data[0])) fault = name_fault::character;
  if (size > 2 && (data[2] == '_' || data[2] == 'l' || data[2] == 'L') && has_reserved_prefix({data, size}))
    fault = name_fault::reserved_prefix;
  return {data, size, hash, fault, is_plain, packed};
}
constexpr identifier make_identifier(text_view text, bool is_quoted = false) {
  return make_identifier(text.data(), u32(text.size()), is_quoted);
}

template <std::size_t N> struct padded_bytes {
  text_bytes<N> bytes;
  char rest[sizeof(name_words) - N]{};
};
template <> struct padded_bytes<sizeof(name_words)> { text_bytes<sizeof(name_words)> bytes; };

/// The identifier of a name of [a-z0-9_], eight bytes at a time: what most names are, and what most of a
/// declaration costs to compile. False for a name that is another, or that is refused.
constexpr bool make_plain_identifier(const name_halves& text, u32 size, bool is_quoted, identifier& out) {
  constexpr u64 ones = 0x0101010101010101, tops = 0x80 * ones;
  constexpr u64 pg = 0x5F6770, sqlite = 0x5F6574696C7173; // reserved prefixes, the first byte lowest
  const u64 begin = text.words[0];
  if ((begin & 0xFFFFFF) == pg || (begin & 0xFFFFFFFFFFFFFF) == sqlite) return false;
  if (!is_quoted && (begin & 255) <= '9') return false;
  u64 hash = hash_seed;
  for (u32 i = 0, rest = size;; ++i, rest -= 8) {
    u64 w = text.words[i];
    const u64 x = rest >= 8 ? w : w | '_' * ones << 8 * rest;
    // A sum reaches the top bit of its byte from the first, or behind the last, of a range of bytes on.
    const u64 in_ranges = ((x + (0x80 - 'a') * ones) & ~(x + (0x7f - 'z') * ones)) |
                          ((x + (0x80 - '0') * ones) & ~(x + (0x7f - '9') * ones)) |
                          ((x + (0x80 - '_') * ones) & ~(x + (0x7f - '_') * ones));
    if ((in_ranges & ~x & tops) != tops) return false;
    if (rest >= 8) {
      hash =
          ((((hash ^ (w & 255)) * hash_prime ^ (w >> 8 & 255)) * hash_prime ^ (w >> 16 & 255)) * hash_prime ^
           (w >> 24 & 255)) *
          hash_prime;
      hash = ((((hash ^ (w >> 32 & 255)) * hash_prime ^ (w >> 40 & 255)) * hash_prime ^ (w >> 48 & 255)) *
                  hash_prime ^
              w >> 56) *
             hash_prime;
      if (rest > 8) continue;
      break;
    }
    if (rest & 4) {
      hash =
          ((((hash ^ (w & 255)) * hash_prime ^ (w >> 8 & 255)) * hash_prime ^ (w >> 16 & 255)) * hash_prime ^
           (w >> 24 & 255)) *
          hash_prime;
      w >>= 32;
    }
    if (rest & 2) {
      hash = ((hash ^ (w & 255)) * hash_prime ^ (w >> 8 & 255)) * hash_prime;
      w >>= 16;
    }
    if (rest & 1) hash = (hash ^ w) * hash_prime;
    break;
  }
  out.hash = hash;
  out.is_plain = true;
  return true;
}

/// The identifier of a literal.
template <std::size_t N> constexpr identifier make_identifier(const name_literal<N>& literal) {
  if constexpr (N > 1 && N <= sizeof(name_words)) {
    identifier out{literal.data, literal.size};
    const padded_bytes<N> padded{literal};
    if (make_plain_identifier(__builtin_bit_cast(name_halves, padded), literal.size, literal.is_quoted,
                              out)) {
      out.packed = __builtin_bit_cast(name_words, padded);
      return out;
    }
  }
  return make_identifier(literal.data, literal.size, literal.is_quoted);
}

template <name_literal Name> inline constexpr identifier identifier_of = make_identifier(Name);

inline constexpr identifier no_name{};

/// Equal as text, byte for byte. The addresses of equal literals are equal, which is the common case.
constexpr bool same_name(name a, name b) { return a == b || (a->hash == b->hash && a->view() == b->view()); }

} // namespace schema
