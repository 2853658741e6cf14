// Floor 6. The first line of a file: which columns its cells are for. The same for a compiler and for a
// program.
#pragma once

#include <schema/seed/cell_reader.hpp>

namespace schema::seed {

/// A column of a file.
struct file_column {
  u32 column{};       ///< index in the table
  bool insert_only{}; ///< its header ends in !
};

enum class header_fault : u8 {
  no_such_column,
  named_twice,
  generated,  ///< its value is worked out by the database
  marked_key, ///< a column of the primary key that is written on insert only
  key_missing,
  required_missing
};

template <class List> constexpr bool holds(const List& list, u32 item) {
  for (const u32 one : list)
    if (one == item) return true;
  return false;
}

/// Where a column of the table stands in a file; no_index when it does not.
template <class Columns> constexpr u32 find_column(const Columns& columns, u32 count, u32 wanted) {
  for (u32 i = 0; i < count; ++i)
    if (columns[i].column == wanted) return i;
  return no_index;
}

/// Reads the columns of `count` cells into `columns`, which has room for them. What is wrong goes to
/// `report(fault, cell, column, text)`: the index of the cell, or no_index for what is missing; the index in
/// the table, or no_index; and the name as it is written. False when the rows can't be read by it.
template <class Cells, class Columns, class Report>
constexpr bool read_header(const table_facts& table, const Cells& cells, u32 count, Columns& columns,
                           Report report) {
  bool sound = true;
  for (u32 i = 0; i < count; ++i) {
    const cell_text decoded(cells[i]);
    text_view name = decoded.view();
    const bool insert_only = !name.empty() && name.back() == '!';
    if (insert_only) name = name.substr(0, name.size() - 1);
    const u32 column = table.find(name);
    if (column == no_index) {
      sound = false;
      report(header_fault::no_such_column, i, no_index, name);
    } else if (find_column(columns, i, column) != no_index) {
      sound = false;
      report(header_fault::named_twice, i, column, name);
    } else if (table.columns[column].generated) {
      sound = false;
      report(header_fault::generated, i, column, name);
    } else if (insert_only && holds(table.primary_key, column)) {
      report(header_fault::marked_key, i, column, name);
    }
    columns[i] = {column, insert_only};
  }
  if (!sound) return false;
  for (const u32 c : table.primary_key)
    if (find_column(columns, count, c) == no_index) {
      report(header_fault::key_missing, no_index, c, table.columns[c].name);
      return false;
    }
  for (u32 c = 0; c < table.columns.size(); ++c) {
    const column_facts& column = table.columns[c];
    if (!column.nullable && !column.has_default && !column.identity &&
        find_column(columns, count, c) == no_index)
      report(header_fault::required_missing, no_index, c, column.name);
  }
  return true;
}

} // namespace schema::seed
