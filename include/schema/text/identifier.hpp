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
constexpr u64 hash_more(u64 hash, std::string_view text) {
  for (char c : text) hash = hash_byte(hash, c);
  return hash;
}

/// The hash of a name: ASCII case folded, since SQLite takes "A" and "a" for one column.
constexpr u64 hash_name(std::string_view text) {
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

  constexpr std::string_view view() const { return {data, size}; }
  constexpr bool empty() const { return size == 0; }
};

/// Names are handed about by address: equal literals share one identifier.
using name = const identifier*;

constexpr name_fault find_name_fault(std::string_view text, bool is_quoted) {
  if (text.empty()) return name_fault::empty;
  if (text.size() > longest_name) return name_fault::too_long;
  if (is_quoted) {
    for (char c : text)
      if (c == '\0') return name_fault::zero_byte;
  } else {
    for (std::size_t i = 0; i < text.size(); ++i)
      if (!is_word_start(text[i]) && !(i > 0 && is_digit(text[i]))) return name_fault::character;
  }
  constexpr std::string_view prefixes[] = {"pg_", "sqlite_"};
  for (auto prefix : prefixes) {
    if (text.size() < prefix.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < prefix.size() && same; ++i) same = lower(text[i]) == prefix[i];
    if (same) return name_fault::reserved_prefix;
  }
  return name_fault::none;
}

/// An identifier over a text that outlives it (run time, tests).
constexpr identifier make_identifier(std::string_view text, bool is_quoted = false) {
  return {text.data(), u32(text.size()), hash_name(text), find_name_fault(text, is_quoted)};
}

template <name_literal Name>
inline constexpr identifier identifier_of{make_identifier(Name.view(), Name.is_quoted)};

inline constexpr identifier no_name{};

/// Equal as text, byte for byte. The addresses of equal literals are equal, which is the common case.
constexpr bool same_name(name a, name b) { return a == b || (a->hash == b->hash && a->view() == b->view()); }

} // namespace schema
