// Floor 5. fmt writes a text view as it writes std::string_view.
#pragma once

#include <schema/text/text_view.hpp>

#include <fmt/core.h>

namespace fmt {

template <> struct formatter<schema::text_view> : formatter<string_view> {
  template <class Context> auto format(schema::text_view text, Context& context) const {
    return formatter<string_view>::format({text.data(), text.size()}, context);
  }
};

} // namespace fmt
