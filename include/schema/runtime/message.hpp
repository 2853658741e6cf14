// Floor 5. Texts for people.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace schema {

/// fmt::format without its check at compile time: a service that includes the runtime would pay for it in
/// every translation unit, and the tests read every message.
template <class... Values> std::string message_text(std::string_view form, const Values&... values) {
  return fmt::vformat(fmt::string_view(form.data(), form.size()), fmt::make_format_args(values...));
}

} // namespace schema
