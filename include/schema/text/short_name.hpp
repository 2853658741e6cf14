// Floor 0. A name that is put together: at most 63 bytes, by value.
#pragma once

#include <schema/text/identifier.hpp>

namespace schema {

struct short_name {
  char data[longest_name + 1]{};
  u32 size{};

  constexpr short_name() = default;
  constexpr short_name(name id) {
    if (id) append(id->view());
  }
  constexpr short_name(text_view text) { append(text); }

  /// What does not fit is left out.
  constexpr void append(text_view text) {
    const u32 begin = size, room = longest_name - begin;
    const u32 count = text.size() < room ? u32(text.size()) : room;
    const char* const from = text.data();
    for (u32 i = 0; i < count; ++i) data[begin + i] = from[i];
    size = begin + count;
  }
  constexpr text_view view() const { return {data, size}; }
  constexpr bool empty() const { return size == 0; }
};

} // namespace schema
