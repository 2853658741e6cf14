// What stands in a database, told in lines: one a fact, so that what differs can be read.
#pragma once

#include <schema/runtime/native.hpp>

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>

namespace test {

/// Names are as they are, without marks. `schema_history` is left out: it is the runtime's, not the model's.
struct catalogue {
  std::set<std::string> facts;              ///< all that a model can say too, without an expression's text
  std::map<std::string, std::string> texts; ///< checks, predicates, defaults: in the database's own spelling
};

/// What only one of the two has; empty when they are equal.
inline std::string difference(const std::set<std::string>& expected, const std::set<std::string>& found) {
  std::string text;
  for (const auto& fact : expected)
    if (!found.contains(fact)) text += "\n  missing: " + fact;
  for (const auto& fact : found)
    if (!expected.contains(fact)) text += "\n  not expected: " + fact;
  return text;
}

inline std::string difference(const catalogue& expected, const catalogue& found) {
  std::set<std::string> lines[2];
  for (int i : {0, 1})
    for (const auto& [what, sql] : (i ? found : expected).texts) lines[i].insert(what + " is " + sql);
  return difference(expected.facts, found.facts) + difference(lines[0], lines[1]);
}

/// Text between parts.
inline std::string joined(const std::vector<std::string>& parts, std::string_view between = ", ") {
  std::string text;
  for (const auto& part : parts) text.append(text.empty() ? "" : between).append(part);
  return text;
}

} // namespace test
