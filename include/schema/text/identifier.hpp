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

/// The hash of a name: ASCII case folded, since SQLite takes "A" and "a" for one column.
constexpr u64 hash_name(text_view text) {
  u64 hash = hash_seed;
  for (char c : text) hash = hash_byte(hash, lower(c));
  return hash;
}

/// Combines two hashes; the order counts.
constexpr u64 mix(u64 a, u64 b) {
  return (a ^ (b + 0x9E3779B97F4A7C15ull + (a << 6) + (a >> 2))) * hash_prime;
}

/// Why a name is refused. PostgreSQL clips names at 63 bytes without a word (manual, 4.1.1).
enum class name_fault : u8 { none, empty, character, too_long, reserved_prefix, zero_byte };

inline constexpr u32 longest_name = 63;

constexpr bool is_word_start(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct identifier {
  const char* data{""};
  u32 size{};
  u64 hash{hash_seed};
  name_fault fault{};
  bool is_plain{}; ///< of [a-z0-9_] alone

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

/// What a byte is in an unquoted name: itself, or 0 when it can't stand there. One look-up in place of calls,
/// since this is asked for every byte of every name that is written.
struct name_bytes {
  u8 word[256]{};
  u8 folded[256]{}; ///< any byte in lower case
};
inline constexpr name_bytes name_byte_table = [] {
  name_bytes t;
  for (u32 c = 'a'; c <= 'z'; ++c) t.word[c] = u8(c);
  for (u32 c = '0'; c <= '9'; ++c) t.word[c] = u8(c);
  t.word[u8('_')] = u8('_');
  for (u32 c = 0; c < 256; ++c) t.folded[c] = u8(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  return t;
}();

/// An identifier over a text that outlives it.
constexpr identifier make_identifier(const char* data, u32 size, bool is_quoted = false) {
  u64 hash = hash_seed;
  bool is_plain = true;
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
  }
  if (size > 0 && !is_quoted && is_digit(data[0])) fault = name_fault::character;
  if (size > 2 && (data[2] == '_' || data[2] == 'l' || data[2] == 'L') && has_reserved_prefix({data, size}))
    fault = name_fault::reserved_prefix;
  return {data, size, hash, fault, is_plain};
}
constexpr identifier make_identifier(text_view text, bool is_quoted = false) {
  return make_identifier(text.data(), u32(text.size()), is_quoted);
}

template <name_literal Name>
inline constexpr identifier identifier_of{make_identifier(Name.data, Name.size, Name.is_quoted)};

inline constexpr identifier no_name{};

/// Equal as text, byte for byte. The addresses of equal literals are equal, which is the common case.
constexpr bool same_name(name a, name b) { return a == b || (a->hash == b->hash && a->view() == b->view()); }

} // namespace schema
