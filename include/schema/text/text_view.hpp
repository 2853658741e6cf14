// Floor 0. A text that somebody else keeps. <string_view> alone costs a tenth of <soci/soci.h> to compile,
// and every service that includes the proof would pay for it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace schema {

using u8 = std::uint8_t;
using u16 = std::uint16_t;
using u32 = std::uint32_t;
using u64 = std::uint64_t;
using i16 = std::int16_t;
using i32 = std::int32_t;
using i64 = std::int64_t;
__extension__ typedef __int128 i128;

/// A piece of a text, the first byte lowest: what a compiler pays for when it evaluates is the operation, not
/// its width.
__extension__ typedef unsigned __int128 text_word;
inline constexpr u32 word_bytes = 16, word_bits = 128;
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "words are read as bytes, lowest first");

class text_view;

/// std::string, std::string_view and their like: a place and a size in bytes.
template <class Text>
concept text_like = !__is_same(Text, text_view) && requires(const Text& text) {
  static_cast<const char*>(text.data());
  static_cast<std::size_t>(text.size());
};

/// std::string_view, which has no header here: what a text view becomes without being asked.
template <class Text>
concept standard_view = text_like<Text> && __is_trivially_copyable(Text) && requires {
  typename Text::traits_type;
};

/// A place and a size in bytes; it owns nothing. The part of std::string_view that the core needs.
class text_view {
public:
  constexpr text_view() = default;
  constexpr text_view(const char* text, std::size_t size) : data_(text), size_(size) {}
  /// Up to the terminating zero.
  constexpr text_view(const char* text) : data_(text), size_(__builtin_strlen(text)) {}
  template <text_like Text> constexpr text_view(const Text& text) : data_(text.data()), size_(text.size()) {}
  template <standard_view Text> constexpr operator Text() const { return Text(data_, size_); }

  static constexpr std::size_t npos = std::size_t(-1);

  constexpr const char* data() const { return data_; }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr const char* begin() const { return data_; }
  constexpr const char* end() const { return data_ + size_; }
  constexpr const char& operator[](std::size_t i) const { return data_[i]; }
  constexpr const char& back() const { return data_[size_ - 1]; }

  /// At most `count` bytes from `begin` on, which is at most the size.
  constexpr text_view substr(std::size_t begin, std::size_t count = npos) const {
    return {data_ + begin, count < size_ - begin ? count : size_ - begin};
  }
  /// The offset of the first `wanted`, npos when there is none.
  constexpr std::size_t find(char wanted) const {
    for (std::size_t i = 0; i < size_; ++i)
      if (data_[i] == wanted) return i;
    return npos;
  }

  friend constexpr bool operator==(text_view a, text_view b) {
    if (a.size_ != b.size_) return false;
    for (std::size_t i = 0; i < a.size_; ++i)
      if (a.data_[i] != b.data_[i]) return false;
    return true;
  }
  /// Of its own, or the comparison with a standard view could be either's.
  template <text_like Text> friend constexpr bool operator==(text_view a, const Text& b) {
    return a == text_view(b);
  }

private:
  const char* data_{};
  std::size_t size_{};
};

} // namespace schema
