// Floor 5. Texts for people.
#pragma once

#include <schema/runtime/formatted_text.hpp>
#include <schema/text/packed_text.hpp>

#include <concepts>
#include <string>
#include <string_view>

namespace schema {

/// What stands in a message, as text: every message is then formatted by one function. One instantiation of
/// fmt a set of types would be paid for in every translation unit that includes the runtime.
class message_value {
public:
  message_value(std::string_view text) : view_(text) {}
  message_value(text_view text) : view_(text) {}
  message_value(constant_text text) : view_(text) {}
  message_value(const std::string& text) : view_(text) {}
  message_value(const char* text) : view_(text) {}
  template <std::integral Number> message_value(Number number) : own_(std::to_string(number)), view_(own_) {}
  message_value(const message_value&) = delete;
  message_value& operator=(const message_value&) = delete;

  std::string_view view() const { return view_; }

private:
  std::string own_;
  std::string_view view_;
};

namespace detail {

inline constexpr std::size_t most_message_values = 9;

inline std::string format_message(std::string_view form, const message_value* values, std::size_t count) {
  std::string_view of[most_message_values];
  for (std::size_t i = 0; i < count; ++i) of[i] = values[i].view();
  return fmt::vformat(fmt::string_view(form.data(), form.size()),
                      fmt::make_format_args(of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8]));
}

} // namespace detail

/// `form` as fmt writes it, with texts and whole numbers in its places.
template <class... Values> std::string message_text(std::string_view form, const Values&... values) {
  static_assert(sizeof...(Values) <= detail::most_message_values);
  const message_value list[] = {values...};
  return detail::format_message(form, list, sizeof...(Values));
}

} // namespace schema
