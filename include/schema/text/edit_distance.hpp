// Floor 0. The nearest existing name to a misspelt one.
#pragma once

#include <schema/text/short_name.hpp>

namespace schema {

/// Levenshtein's distance over ASCII-folded bytes; names over 63 bytes are infinitely far.
constexpr u32 edit_distance(text_view a, text_view b) {
  if (a.size() > longest_name || b.size() > longest_name) return ~0u;
  u32 row[longest_name + 1]{};
  for (u32 j = 0; j <= b.size(); ++j) row[j] = j;
  for (u32 i = 1; i <= a.size(); ++i) {
    u32 diagonal = row[0];
    row[0] = i;
    for (u32 j = 1; j <= b.size(); ++j) {
      const u32 above = row[j];
      u32 best = diagonal + (lower(a[i - 1]) != lower(b[j - 1]));
      if (above + 1 < best) best = above + 1;
      if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
      row[j] = best;
      diagonal = above;
    }
  }
  return row[b.size()];
}

/// Keeps the nearest of the names that are offered; the first wins a tie. A misspelt name always gets one.
struct nearest_name {
  text_view wanted;
  short_name best{};
  u32 distance{~0u};

  constexpr void offer(text_view candidate) {
    const u32 d = edit_distance(wanted, candidate);
    if (d < distance) {
      distance = d;
      best = candidate;
    }
  }
};

} // namespace schema
