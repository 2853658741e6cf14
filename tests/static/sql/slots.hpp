// A table of slots as the text of a literal: what to paste into a header when a test says that it differs.
#pragma once

#include <cstdio>
#include <string>

namespace schema::tests {

inline std::string shown_slots(const char* slots, unsigned size) {
  std::string out;
  for (unsigned i = 0; i < size; ++i) {
    char digits[8];
    std::snprintf(digits, sizeof digits, "\\%o", unsigned(static_cast<unsigned char>(slots[i])));
    out += digits;
  }
  return out;
}

} // namespace schema::tests
