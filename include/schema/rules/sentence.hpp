// Floor 4. A finding as one sentence, for compilers that take a computed message, and for people at run time.
#pragma once

#include <schema/model/comparison.hpp>
#include <schema/rules/rules.hpp>
#include <schema/text/text_writer.hpp>

namespace schema {

/// Writes what else is wrong, by name.
template <u32 Capacity> constexpr void write_further(text_writer<Capacity>& out, const finding_list& found) {
  if (found.count < 2) return;
  out << "; also: ";
  for (u32 i = 1; i < found.count && i < most_findings; ++i) {
    if (i > 1) out << ", ";
    out << found.items[i].path().view();
  }
  if (found.count > most_findings) out << ", …";
}

/// Writes what is wrong, where, and what to write instead. `pattern` is the sentence of the broken rule.
template <u32 Capacity>
constexpr void write_sentence(text_writer<Capacity>& out, const finding& f, text_view pattern) {
  if (f.version || f.broken == rule::version_not_rising)
    out << "migration " << f.version << ": ";
  else if (f.broken < rule::history_lacks_table)
    out << "in the tables: ";
  if (!f.table.empty()) {
    out.identifier(f.table.view());
    out << ": ";
  }
  for (u32 i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
      const short_name& argument = pattern[i + 1] == 'x' ? f.other : !f.object.empty() ? f.object : f.table;
      if (f.text && f.size == 0)
        out << "its end";
      else
        out.identifier(argument.view());
      i += 2;
    } else {
      out.raw(pattern.data() + i, 1);
    }
  }
  if (f.text) {
    out << " (byte " << u64(f.begin) << " of: ";
    out.raw(f.text, f.text_size);
    out << ")";
  }
  if (f.broken == rule::pin_differs || f.broken == rule::pin_missing) {
    out << "; it is now ";
    out.raw(f.hint.data, f.hint.size);
  } else if (!f.hint.empty() && f.broken != rule::foreign_key_type_differs &&
             f.broken != rule::foreign_key_target_not_unique) {
    out << "; did you mean ";
    out.identifier(f.hint.view());
    out << "?";
  }
}

} // namespace schema
