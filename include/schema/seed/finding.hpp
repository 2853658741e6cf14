// Floor 6. What is wrong with seeds that are part of a program, as a plain value.
#pragma once

#include <schema/model/finding.hpp>
#include <schema/seed/csv.hpp>

namespace schema::seed {

/// A piece of a text for an error, at most as long as a name; no character of it is cut.
constexpr short_name clipped(text_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const u32 size = utf8_size(std::string_view(text), end);
    if (size == 0 || end + size > longest_name) break;
    end += size;
  }
  return short_name(text.substr(0, end));
}

struct seed_finding {
  rule broken{};
  text_view path; ///< of the file
  place at;
  short_name table, object; ///< the column, constraint or index that it is about
  short_name cell;          ///< what stands there
  bool has_cell{};
  short_name other{}; ///< what is wanted instead, or what else takes part
  short_name hint{};  ///< the nearest existing name

  constexpr bool is_sound() const { return broken == rule::none; }
};

} // namespace schema::seed
