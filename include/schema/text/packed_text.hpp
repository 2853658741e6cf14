// Floor 0. Text in words of sixteen bytes.
#pragma once

#include <schema/text/fixed_string.hpp>

namespace schema {

/// Up to a word of a text. Spelt out: a turn of a loop costs more than what it does here.
constexpr text_word pack_bytes(const char* from, u32 bytes) {
  const auto four = [](const char* at) {
    return u32(u8(at[0])) | u32(u8(at[1])) << 8 | u32(u8(at[2])) << 16 | u32(u8(at[3])) << 24;
  };
  const auto eight = [](const char* at) {
    return u64(u8(at[0])) | u64(u8(at[1])) << 8 | u64(u8(at[2])) << 16 | u64(u8(at[3])) << 24 |
           u64(u8(at[4])) << 32 | u64(u8(at[5])) << 40 | u64(u8(at[6])) << 48 | u64(u8(at[7])) << 56;
  };
  if (bytes >= word_bytes) return eight(from) | text_word(eight(from + 8)) << 64;
  text_word word = 0;
  u32 at = 0;
  if (bytes & 8) {
    word = eight(from);
    at = 8;
  }
  if (bytes & 4) {
    word |= text_word(four(from + at)) << at * 8;
    at += 4;
  }
  if (bytes & 2) {
    word |= text_word(u8(from[at]) | u32(u8(from[at + 1])) << 8) << at * 8;
    at += 2;
  }
  if (bytes & 1) word |= text_word(u8(from[at])) << at * 8;
  return word;
}

/// The words of a literal with room for `Count`. g++ casts it in one step, clang casts no literal.
template <u32 Count> struct literal_words { text_word data[Count]; };
#ifdef __clang__
template <u32 Count, std::size_t N> consteval literal_words<Count> words_of(const char (&literal)[N]) {
  literal_words<Count> words{};
  for (u32 i = 0; i < N - 1; ++i)
    words.data[i / word_bytes] |= text_word(u8(literal[i])) << i % word_bytes * 8;
  return words;
}
#else
template <u32 Count, std::size_t N> struct padded_literal {
  fixed_string<N> bytes;
  char rest[Count * word_bytes - N]{};
};
template <u32 Count, std::size_t N> consteval literal_words<Count> words_of(const char (&literal)[N]) {
  return __builtin_bit_cast(literal_words<Count>, padded_literal<Count, N>{literal});
}
#endif

/// The words of a text of at most as many bytes, zeros behind it.
template <u32 Count> constexpr literal_words<Count> words_in(text_view text) {
  literal_words<Count> words{};
  for (u32 i = 0; i < text.size() && i < Count * word_bytes; ++i)
    words.data[i / word_bytes] |= text_word(u8(text[i])) << i % word_bytes * 8;
  return words;
}

/// A text that the library writes, of one word: most are that short, and a compiler pays for every member of
/// what it is handed.
struct packed_word {
  text_word word{};
  u32 size{}; ///< bytes

  template <std::size_t N>
  requires(N - 1 <= word_bytes) consteval packed_word(const char (&literal)[N])
      : word(words_of<2>(literal).data[0]), size(N - 1) {}

  /// Its bytes; at run time only.
  text_view view() const { return {reinterpret_cast<const char*>(&word), size}; }
};

/// A longer one.
struct packed_text {
  static constexpr u32 longest = 80;

  literal_words<longest / word_bytes + 1> words;
  u32 size{}; ///< bytes

  template <std::size_t N>
  requires(N - 1 > word_bytes) consteval packed_text(const char (&literal)[N])
      : words(words_of<longest / word_bytes + 1>(literal)), size(N - 1) {
    static_assert(N - 1 <= longest, "longer than a packed text is: write it as two");
  }
};

/// A text among the words of a program, which keep it as long as the program runs.
class constant_text {
public:
  constexpr constant_text() = default;
  /// `size` bytes from byte `begin` of `words` on.
  constexpr constant_text(const text_word* words, u32 begin, u32 size)
      : words_(words), begin_(begin), size_(size) {}

  constexpr u32 size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr char operator[](u32 i) const {
    return char(words_[(begin_ + i) / word_bytes] >> (begin_ + i) % word_bytes * 8 & 255);
  }
  /// At most `count` bytes from `begin` on, which is at most the size.
  constexpr constant_text substr(u32 begin, u32 count) const {
    return {words_, begin_ + begin, count < size_ - begin ? count : size_ - begin};
  }
  /// Its bytes; at run time only.
  text_view view() const { return {reinterpret_cast<const char*>(words_) + begin_, size_}; }
  /// As a std::string_view; at run time only.
  template <standard_view Text> operator Text() const { return view(); }

  friend constexpr bool operator==(constant_text a, text_view b) {
    if (a.size() != b.size()) return false;
    for (u32 i = 0; i < a.size(); ++i)
      if (a[i] != b[i]) return false;
    return true;
  }
  template <text_like Text> friend constexpr bool operator==(constant_text a, const Text& b) {
    return a == text_view(b);
  }

private:
  const text_word* words_{};
  u32 begin_{}, size_{};
};

} // namespace schema
