// Floor 6. Staged rows against the database, before a table is touched: references and keys.
#pragma once

#include <schema/seed/staging.hpp>

namespace schema::seed {

namespace detail {

inline std::string not_null(const table_facts& table, column_indexes columns) {
  std::string text;
  for (u32 c : columns)
    text += fmt::format("{}s.{} IS NOT NULL", text.empty() ? "" : " AND ",
                        native::identifier(table.columns[c].name));
  return text;
}

/// `t."target" = s."column" AND …` of a reference.
inline std::string match_reference(const database_facts& facts, const table_facts& table,
                                   const reference_facts& reference, std::string_view t) {
  std::string text;
  for (std::size_t i = 0; i < reference.columns.size(); ++i)
    text += fmt::format("{}{}.{} = s.{}", i ? " AND " : "", t,
                        native::identifier(facts.tables[reference.table].columns[reference.targets[i]].name),
                        native::identifier(table.columns[reference.columns[i]].name));
  return text;
}

/// Turns the rows that a query gives into faults at one of the file's columns.
inline void add_faults(soci::session& session, const staged_file& file, u32 column, const std::string& sql,
                       const std::string& message, fault_list& faults) {
  for (const auto& found :
       native::query(session, fmt::format("{} ORDER BY 1 LIMIT {}", sql, most_faults + 1))) {
    const std::size_t row = std::stoull(found.at(0).value_or("0"));
    faults.add(file.rows->source->path, file.rows->source->cell(row, file.rows->find(column)).at, message);
  }
}

/// Gives SQLite an index for a reference to other columns than the primary key.
inline void index_targets(soci::session& session, const staged_file& file, column_indexes columns,
                          std::size_t number) {
  if (backend_of(session) != backend::sqlite || columns == file.table->primary_key) return;
  std::string list;
  for (u32 c : columns) list += (list.empty() ? "" : ", ") + native::identifier(file.table->columns[c].name);
  native::run(session, fmt::format("CREATE INDEX temp.\"schema_seed_target_{}\" ON {} ({})", number,
                                   file.staged.substr(file.staged.find('.') + 1), list));
}

inline void check_reference(soci::session& session, const database_facts& facts,
                            const std::vector<staged_file>& files, const staged_file& file,
                            const reference_facts& reference, std::size_t& indexes, fault_list& faults) {
  if (file.rows->find_all(reference.columns).empty()) return;
  const table_facts& target = facts.tables[reference.table];
  std::string sql = fmt::format("SELECT s.{} FROM {} s WHERE {} AND NOT EXISTS (SELECT 1 FROM {} t WHERE {})",
                                row_column, file.staged, not_null(*file.table, reference.columns),
                                relation(target), match_reference(facts, *file.table, reference, "t"));
  for (const auto& other : files)
    if (other.table == &target && !other.rows->find_all(reference.targets).empty()) {
      index_targets(session, other, reference.targets, indexes++);
      sql += fmt::format(" AND NOT EXISTS (SELECT 1 FROM {} f WHERE {})", other.staged,
                         match_reference(facts, *file.table, reference, "f"));
    }
  add_faults(session, file, reference.columns[0], sql,
             fmt::format("no row of {} has this {}, neither in the files nor in the database", target.name,
                         column_list(target, reference.targets)),
             faults);
}

/// A row of the database that this seeding does not move has the same value in a unique column.
inline void check_unique(soci::session& session, const staged_file& file, const staged_file* doomed,
                         const key_facts& key, fault_list& faults) {
  const auto columns = file.rows->find_all(key.columns);
  if (columns.empty()) return;
  for (u32 i : columns)
    if (file.rows->columns[i].insert_only) return; // a row may keep another value: the database decides
  const auto& primary = file.table->primary_key;
  std::string sql =
      fmt::format("SELECT s.{} FROM {} s JOIN {} t ON {} WHERE NOT ({}) AND NOT EXISTS (SELECT 1 FROM {} m "
                  "WHERE {})",
                  row_column, file.staged, file.target, match(*file.table, key.columns, "t", "s"),
                  match(*file.table, primary, "t", "s"), file.staged, match(*file.table, primary, "m", "t"));
  if (doomed)
    sql += fmt::format(" AND NOT EXISTS (SELECT 1 FROM {} d WHERE {})", doomed->staged,
                       match(*file.table, primary, "d", "t"));
  add_faults(session, file, key.columns[0], sql,
             fmt::format("another row of {} in the database has this {} already", file.table->name,
                         column_list(*file.table, key.columns)),
             faults);
}

} // namespace detail

/// The rows of a table that are going to be deleted; null when there are none.
inline const staged_file* find_doomed(const std::vector<staged_file>& doomed, const table_facts* table,
                                      std::string_view set) {
  for (const auto& file : doomed)
    if (file.table == table && file.set == set) return &file;
  return nullptr;
}

/// Checks what only the database knows. Throws native_error.
inline void check_staged(soci::session& session, const database_facts& facts,
                         const std::vector<staged_file>& files, const std::vector<staged_file>& doomed,
                         fault_list& faults) {
  std::size_t indexes = 0;
  for (const auto& file : files) {
    for (const auto& reference : file.table->references)
      detail::check_reference(session, facts, files, file, reference, indexes, faults);
    for (const auto& key : file.table->unique)
      detail::check_unique(session, file, find_doomed(doomed, file.table, file.set), key, faults);
    if (faults.is_full()) return;
  }
}

} // namespace schema::seed
