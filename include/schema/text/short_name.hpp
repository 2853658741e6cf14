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
    for (char c : text)
      if (size < longest_name) data[size++] = c;
  }
  constexpr text_view view() const { return {data, size}; }
  constexpr bool empty() const { return size == 0; }
};

} // namespace schema
