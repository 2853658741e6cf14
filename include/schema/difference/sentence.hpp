// Floor 5. A finding as one sentence at run time.
#pragma once

#include <schema/rules/compatibility_rules.hpp>
#include <schema/rules/routine_rules.hpp>
#include <schema/rules/sentence.hpp>

#include <memory>
#include <string>
#include <utility>

namespace schema {

inline constexpr std::size_t rule_count = std::size_t(rule::labels_differ) + 1;

template <std::size_t... Rules>
constexpr std::string_view pattern_of(rule broken, std::index_sequence<Rules...>) {
  constexpr std::string_view patterns[] = {verdict::rule_facts<rule(Rules + 1)>::sentence...};
  return patterns[std::size_t(broken) - 1];
}

/// What is wrong, where, and what to write instead. `f` is not sound.
inline std::string sentence_of(const finding& f) {
  const std::string_view pattern = pattern_of(f.broken, std::make_index_sequence<rule_count - 1>());
  text_writer<0> measured;
  write_sentence(measured, f, pattern);
  constexpr u32 longest = 1 << 18; // SQL in a finding is at most 64 KiB, names are short
  const auto out = std::make_unique<text_writer<longest>>();
  if (measured.size > longest) return std::string(pattern);
  write_sentence(*out, f, pattern);
  return std::string(out->view());
}

} // namespace schema
