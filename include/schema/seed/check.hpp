// Floor 6. Files against the declared tables: everything that can be found out without a database.
#pragma once

#include <schema/seed/cell.hpp>
#include <schema/seed/header.hpp>
#include <schema/seed/set.hpp>

#include <string>
#include <unordered_map>

namespace schema::seed {

/// A file whose cells are values of their columns.
struct checked_file {
  const seed_file* source{};
  u32 table{}; ///< index in the facts
  std::vector<file_column> columns;
  std::vector<seed_value> values; ///< row after row
  std::vector<std::string> keys;  ///< of each row: its primary key as a JSON array of texts

  std::size_t rows() const { return keys.size(); }
  const seed_value& value(std::size_t row, std::size_t column) const {
    return values[row * columns.size() + column];
  }
  /// Where a column of the table stands in the file; no_index when it does not.
  u32 find(u32 column) const { return find_column(columns, u32(columns.size()), column); }
  /// Where several stand; empty when one is missing.
  std::vector<u32> find_all(column_indexes wanted) const {
    std::vector<u32> found;
    for (u32 c : wanted) found.push_back(find(c));
    if (std::find(found.begin(), found.end(), no_index) != found.end()) found.clear();
    return found;
  }
};

namespace detail {

inline std::string nearest_hint(nearest_name& nearest) {
  return nearest.best.empty() ? std::string() : fmt::format("; did you mean '{}'?", nearest.best.view());
}

inline std::string header_message(header_fault fault, const table_facts& table, std::string_view name) {
  switch (fault) {
  case header_fault::no_such_column: {
    nearest_name nearest{name};
    for (const auto& c : table.columns) nearest.offer(c.name);
    return fmt::format("{} has no column {}{}", table.name, shown(name), nearest_hint(nearest));
  }
  case header_fault::named_twice: return fmt::format("the column {} is named twice", name);
  case header_fault::generated:
    return fmt::format("the column {} is generated: the database works it out", name);
  case header_fault::marked_key: return "a column of the primary key tells rows apart: it takes no !";
  case header_fault::key_missing:
    return fmt::format("the column {} is missing: rows are told apart by the primary key of {}", name,
                       table.name);
  case header_fault::required_missing:
    return fmt::format("the column {} is missing: it is NOT NULL and has no default", name);
  }
  return {};
}

/// The header; false when the rows can't be read by it.
inline bool check_header(const table_facts& table, checked_file& file, fault_list& faults) {
  const std::vector<csv_cell>& cells = file.source->header;
  file.columns.resize(cells.size());
  return read_header(table, cells, u32(cells.size()), file.columns,
                     [&](header_fault fault, u32 cell, u32, text_view name) {
                       faults.add(file.source->path, cell == no_index ? place() : cells[cell].at,
                                  header_message(fault, table, name));
                     });
}

inline void check_cells(const table_facts& table, checked_file& file, i64 now, fault_list& faults) {
  const seed_file& source = *file.source;
  file.values.resize(source.lines.size() * file.columns.size());
  value_reader reader;
  for (std::size_t row = 0; row < source.lines.size() && !faults.is_full(); ++row)
    for (std::size_t i = 0; i < file.columns.size(); ++i) {
      const column_facts& column = table.columns[file.columns[i].column];
      const csv_cell& cell = source.cell(row, i);
      seed_value& value = file.values[row * file.columns.size() + i];
      const std::string message = reader.read(column, file.columns[i].insert_only, cell, now, value);
      if (!message.empty()) faults.add(source.path, cell.at, fmt::format("{}: {}", column.name, message));
    }
}

/// The values of some columns as one text; empty when one is NULL.
inline std::string key_text(const checked_file& file, std::size_t row, const std::vector<u32>& columns) {
  std::string text = "[";
  for (u32 i : columns) {
    const seed_value& value = file.value(row, i);
    if (value.state == value_state::null) return {};
    if (text.size() > 1) text += ", ";
    text += json_text::quote(value.text);
  }
  return text += ']';
}

inline std::string column_list(const table_facts& table, column_indexes columns) {
  std::string text;
  for (u32 c : columns)
    text += (text.empty() ? "" : ", ") + std::string(std::string_view(table.columns[c].name));
  return text;
}

/// No two rows of the file have the same key.
inline void check_duplicates(const table_facts& table, const checked_file& file, column_indexes key,
                             fault_list& faults) {
  const auto columns = file.find_all(key);
  if (columns.empty()) return;
  std::unordered_map<std::string, std::size_t> seen;
  seen.reserve(file.source->lines.size());
  for (std::size_t row = 0; row < file.source->lines.size() && !faults.is_full(); ++row) {
    std::string text = key_text(file, row, columns);
    if (text.empty()) continue;
    const auto [at, is_new] = seen.emplace(std::move(text), row);
    if (!is_new)
      faults.add(
          file.source->path, file.source->cell(row, columns[0]).at,
          fmt::format("the same {} as in line {}", column_list(table, key), file.source->lines[at->second]));
  }
}

} // namespace detail

/// Checks one file; `now` is the instant of `@now`. With faults the result is of no use.
inline checked_file check_file(const database_facts& facts, const seed_file& source, i64 now,
                               fault_list& faults) {
  checked_file file;
  file.source = &source;
  file.table = facts.find(source.table);
  if (file.table == no_index) {
    nearest_name nearest{source.table};
    for (const auto& t : facts.tables) nearest.offer(t.name);
    faults.add(source.path, {},
               fmt::format("there is no table {}{}", shown(source.table), detail::nearest_hint(nearest)));
    return file;
  }
  const table_facts& table = facts.tables[file.table];
  if (table.primary_key.empty()) {
    faults.add(source.path, {}, fmt::format("{} has no primary key to tell its rows apart", table.name));
    return file;
  }
  if (source.header.empty() || !detail::check_header(table, file, faults)) return file;
  detail::check_cells(table, file, now, faults);
  detail::check_duplicates(table, file, table.primary_key, faults);
  for (const auto& key : table.unique) detail::check_duplicates(table, file, key.columns, faults);
  if (!faults.empty()) return file;
  const auto key = file.find_all(table.primary_key);
  file.keys.reserve(source.lines.size());
  for (std::size_t row = 0; row < source.lines.size(); ++row)
    file.keys.push_back(detail::key_text(file, row, key));
  return file;
}

} // namespace schema::seed
