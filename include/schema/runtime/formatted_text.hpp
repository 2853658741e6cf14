// Floor 5. fmt writes a text view as it writes std::string_view.
#pragma once

#include <schema/text/text_view.hpp>

#include <fmt/core.h>

template <> struct fmt::formatter<schema::text_view> : fmt::formatter<fmt::string_view> {
  template <class Context> auto format(schema::text_view text, Context& context) const {
    return formatter<fmt::string_view>::format({text.data(), text.size()}, context);
  }
};
