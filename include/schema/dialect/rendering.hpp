// Floor 3. What is written, where to and for whom.
#pragma once

#include <schema/dialect/script_writer.hpp>
#include <schema/model/timeline.hpp>

namespace schema {

/// Text that was written and holds as long as its stamp is that of now.
struct kept_text {
  text_range range{};
  u32 stamp{}; ///< 0: nothing was written yet
};

/// SQLite's rebuilds write columns, constraints and indexes again and again: their text is kept, until an
/// operation changes how it is written.
template <class Line> struct kept_texts {
  kept_text columns[Line::room.column_spans + 1]{};
  kept_text objects[Line::room.objects + 1]{}; ///< constraints and indexes
  u32 object_changes[Line::room.tables + 1]{};
};

/// `Line` is a timeline, `Out` a script_writer.
template <class Line, class Out> struct rendering {
  static constexpr bool renames_labels = Line::renames_labels, defers_keys = Line::defers_keys,
                        alters_constraints = Line::alters_constraints, has_extensions = Line::has_extensions,
                        has_schemas = Line::has_schemas, has_traits = Line::has_traits,
                        has_routines = Line::has_routines;
  const Line& line;
  Out& out;
  kept_texts<Line>& kept;
  backend target{};
  bool is_sqlite{target == backend::sqlite};

  /// Writes what `write` writes, or what it wrote before when nothing has changed since.
  template <class Write> constexpr void keep(kept_text& text, u32 changes, Write&& write) {
    const u32 stamp = changes + 1;
    if (text.stamp == stamp) {
      out.again(text.range);
      return;
    }
    text.stamp = stamp;
    text.range.begin = out.size;
    write();
    text.range.size = out.size - text.range.begin;
  }

  /// The walk passes an operation: what it changes in the text of others is written anew.
  constexpr void pass(u32 at) {
    const instant_record& record = line.instants[at];
    switch (record.done->kind) {
    case operation_kind::rename_table:
    case operation_kind::rename_column:
      for (object_id o = line.tables[record.table].first_incoming; o >= 0; o = line.objects[o].next_incoming)
        kept.objects[o].stamp = 0;
      break;
    case operation_kind::rename_value: // it stands in literals
      for (table_id t = 0; t < line.table_count; ++t) ++kept.object_changes[t];
      return;
    case operation_kind::alter_column: // types decide how an expression is translated
    case operation_kind::rename_constraint:
    case operation_kind::rename_index: break;
    default: return;
    }
    ++kept.object_changes[record.table];
  }
};

} // namespace schema
