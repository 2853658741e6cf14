// Floor 6. The rows of a file that is part of a program, read by the compiler.
#pragma once

#include <schema/seed/constant.hpp>
#include <schema/seed/finding.hpp>
#include <schema/seed/header.hpp>
#include <schema/text/edit_distance.hpp>

namespace schema::seed {

/// Rows that somebody else keeps.
struct seed_rows {
  const seed_constant* file{};
  const table_facts* table{};
  u32 table_index{no_index};
  list_view<file_column> columns;
  const plain_value* values{}; ///< row after row
  u32 count{};

  constexpr const plain_value& value(u32 row, u32 column) const {
    return values[row * columns.count + column];
  }
  /// Where a column of the table stands in the file; no_index when it does not.
  constexpr u32 find(u32 column) const { return find_column(columns, columns.count, column); }
};

/// A cell of a row, with its place; for no_index an empty one where the row begins.
constexpr csv_cell cell_at(const seed_constant& file, u32 row, u32 column) {
  csv_reader in{std::string_view(file.content)};
  csv_cell cell;
  for (u32 r = 0; in.next_row(); ++r) {
    const place begin = in.at();
    for (u32 c = 0; in.next_cell(cell); ++c)
      if (r == row + 1 && c == column) return cell; // the first row is the header
    if (r == row + 1) return {{}, false, begin};
  }
  return {};
}

constexpr text_view wanted_text(const column_type& type) {
  switch (type.kind) {
  case type_kind::boolean: return "true or false";
  case type_kind::timestamp: return "timestamp, without a zone";
  case type_kind::timestamptz: return "timestamptz, with its zone, or @now-3d";
  case type_kind::bytes: return "bytes, as \\x00ff";
  case type_kind::numeric: return "numeric, within its digits";
  default: return type_name(value_type_of(type.kind));
  }
}

constexpr rule rule_of(cell_fault fault) {
  switch (fault) {
  case cell_fault::none: return rule::none;
  case cell_fault::no_label: return rule::seed_label_unknown;
  case cell_fault::too_long: return rule::seed_text_too_long;
  case cell_fault::null_refused: return rule::seed_null_in_not_null;
  case cell_fault::password_kept: return rule::seed_password_kept;
  case cell_fault::lone_at: return rule::seed_lone_at;
  default: return rule::seed_value_not_of_type;
  }
}

constexpr rule rule_of(header_fault fault) {
  switch (fault) {
  case header_fault::no_such_column: return rule::seed_no_such_column;
  case header_fault::named_twice: return rule::seed_column_twice;
  case header_fault::generated: return rule::seed_column_generated;
  case header_fault::marked_key: return rule::seed_key_insert_only;
  case header_fault::key_missing:
  case header_fault::required_missing: return rule::seed_column_missing;
  }
  return rule::none;
}

/// A file as it was read: room for `Cells` values and a header of `Columns`.
template <u32 Cells, u32 Columns> struct read_rows {
  file_column columns[Columns]{};
  u32 column_count{};
  plain_value values[Cells]{};
  u32 row_count{};
  u32 table{no_index};
  seed_finding found{};

  constexpr read_rows(const database_facts& facts, const seed_constant& file) {
    found.path = file.path;
    table = facts.find(file.table);
    if (table == no_index) {
      nearest_name nearest{file.table};
      for (const table_facts& t : facts.tables) nearest.offer(t.name);
      found.broken = rule::seed_no_such_table;
      found.table = clipped(file.table);
      found.hint = nearest.best;
      return;
    }
    found.table = facts.tables[table].name;
    if (facts.tables[table].primary_key.empty()) {
      found.broken = rule::seed_without_primary_key;
      return;
    }
    read(facts.tables[table], file);
  }

private:
  constexpr void fail(rule broken, place at) {
    if (!found.is_sound()) return;
    found.broken = broken;
    found.at = at;
  }

  constexpr void read(const table_facts& table_, const seed_constant& file) {
    csv_reader in{std::string_view(file.content)};
    if (read_columns(table_, in))
      while (in.next_row() && read_row(table_, in)) ++row_count;
    if (in.fault() != csv_fault::none && found.is_sound()) {
      fail(rule::seed_not_csv, in.fault_at());
      found.other = clipped(describe(in.fault()));
    }
  }

  /// One name more than there are columns is wrong whatever follows it.
  constexpr bool read_columns(const table_facts& table_, csv_reader& in) {
    csv_cell header[Columns]{};
    if (in.next_row())
      while (column_count <= table_.columns.size() && in.next_cell(header[column_count])) ++column_count;
    if (in.fault() != csv_fault::none) return false;
    if (column_count == 0) {
      fail(rule::seed_column_missing, {});
      found.object = table_.columns[table_.primary_key[0]].name;
      return false;
    }
    read_header(table_, header, column_count, columns, [&](header_fault fault, u32 i, u32, text_view name) {
      if (!found.is_sound()) return;
      fail(rule_of(fault), i == no_index ? place() : header[i].at);
      found.object = clipped(name);
      if (fault != header_fault::no_such_column) return;
      nearest_name nearest{name};
      for (const column_facts& c : table_.columns) nearest.offer(c.name);
      found.hint = nearest.best;
    });
    return found.is_sound();
  }

  constexpr bool read_row(const table_facts& table_, csv_reader& in) {
    const place begin = in.at();
    u32 i = 0;
    for (csv_cell cell; in.next_cell(cell); ++i)
      if (i >= column_count) {
        fail(rule::seed_cell_count_differs, cell.at);
        return false;
      } else if (!read_value(table_, columns[i], cell, values[row_count * column_count + i])) {
        return false;
      }
    if (in.fault() != csv_fault::none) return false;
    if (i < column_count) fail(rule::seed_cell_count_differs, begin);
    return i == column_count;
  }

  constexpr bool read_value(const table_facts& table_, const file_column& at, const csv_cell& cell,
                            plain_value& out) {
    const column_facts& column = table_.columns[at.column];
    const cell_text decoded(cell);
    cell_reader<no_text> reader;
    const cell_fault fault = reader.read(column, at.insert_only, cell, decoded, out);
    if (fault == cell_fault::none) return true;
    fail(rule_of(fault), cell.at);
    found.object = column.name;
    found.cell = clipped(decoded.view());
    found.has_cell = !cell.is_null();
    if (found.broken == rule::seed_value_not_of_type) found.other = wanted_text(column.type);
    if (fault == cell_fault::no_label) {
      found.other = column.enumeration;
      nearest_name nearest{decoded.view()};
      for (const text_view label : column.labels) nearest.offer(label);
      found.hint = nearest.best;
    }
    return false;
  }
};

} // namespace schema::seed
