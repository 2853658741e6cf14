/// The door for the program that prints what a history lacks: see schema_add_difference in CMake.
#pragma once

#include <schema/difference/operations.hpp>
#include <schema/difference/sentence.hpp>
#include <schema/dsl.hpp>

#include <cstdio>

namespace schema {

/// Prints every operation that leads from the end of the history to the tables, as C++ to paste into a
/// migration. Returns 0 when there is none, 1 when there are some, 2 when the history or the tables
/// themselves break a rule.
template <class History, class Tables> int print_difference(std::FILE* out = stdout) {
  for (const finding* f : {&timeline_of<History>.found, &declared_timeline_of<Tables>.found})
    if (!f->is_sound()) {
      const std::string text = sentence_of(*f);
      std::fprintf(out, "// mend this first: %s\n", text.c_str());
      return 2;
    }
  const auto operations = difference::missing_operations<History, Tables>();
  if (operations.empty()) {
    std::fprintf(out, "// the history ends in the declared tables\n");
    return 0;
  }
  unsigned long long next = 1;
  if constexpr (History::schema_migration_count > 0)
    next = History::schema_migrations[History::schema_migration_count - 1]->version + 1;
  std::fprintf(out, "struct m%04llu : migration<%llu, \"…\",\n", next, next);
  for (std::size_t i = 0; i < operations.size(); ++i) {
    const bool is_note = operations[i].compare(0, 2, "//") == 0;
    std::fprintf(out, "  %s%s\n", operations[i].c_str(),
                 is_note                     ? ""
                 : i + 1 < operations.size() ? ","
                                             : "> {};");
  }
  return 1;
}

} // namespace schema
