// Floor 6. What seeding remembers in the database: when each set was seeded first, and which rows it wrote.
#pragma once

#include <schema/seed/staging.hpp>

#include <map>
#include <optional>

namespace schema::seed {

/// The names of the tables, for those who compare a database with a model.
inline constexpr std::string_view record_tables[] = {"schema_seeds", "schema_seed_rows"};

/// Makes the tables where they are missing. On PostgreSQL also the lock that lets one seeding at a time in;
/// it goes with the transaction.
inline void make_records(soci::session& session) {
  const bool sqlite = backend_of(session) == backend::sqlite;
  if (!sqlite) native::run(session, "SELECT pg_advisory_xact_lock(hashtextextended('schema_seeds', 0))");
  const std::string_view strict = sqlite ? " STRICT" : "";
  const auto known =
      native::query(session, sqlite ? "SELECT count(*) FROM sqlite_master WHERE name = 'schema_seed_rows'"
                                    : "SELECT count(to_regclass('schema_seed_rows'))");
  if (known.at(0).at(0) != "0") return;
  native::run(
      session,
      fmt::format("CREATE TABLE schema_seeds (set_name text NOT NULL PRIMARY KEY, seeded_at text NOT "
                  "NULL){0}; CREATE TABLE schema_seed_rows (table_name text NOT NULL, row_key text NOT "
                  "NULL, set_name text NOT NULL, PRIMARY KEY (table_name, row_key)){0}",
                  strict));
}

/// When a set was seeded first, in milliseconds since 1970; nothing when it never was.
inline std::optional<i64> first_seeding(soci::session& session, const std::string& set) {
  const auto known = native::query(
      session, backend_of(session) == backend::sqlite
                   ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_seeds'"
                   : "SELECT count(to_regclass('schema_seeds'))");
  if (known.at(0).at(0) == "0") return {};
  const auto rows =
      native::query(session, "SELECT seeded_at FROM schema_seeds WHERE set_name = " + native::literal(set));
  if (rows.empty()) return {};
  i64 instant = 0;
  if (!read_instant(rows[0].at(0).value_or(""), true, instant))
    throw seed_error("schema_seeds holds no instant for the set '" + set + "'");
  return instant;
}

inline void record_seeding(soci::session& session, const std::string& set, i64 instant) {
  native::run(session,
              fmt::format("INSERT INTO schema_seeds (set_name, seeded_at) VALUES ({}, '{}') ON CONFLICT "
                          "(set_name) DO NOTHING",
                          native::literal(set), canonical_instant(instant, true).view()));
}

/// The texts of a key that checked_file holds.
inline std::vector<std::string> key_parts(std::string_view key) {
  std::vector<std::string> parts;
  for (std::size_t at = 1; at < key.size() && key[at] == '"';) {
    std::size_t end = at + 1;
    while (end < key.size() && key[end] != '"') end += key[end] == '\\' ? 2 : 1;
    parts.push_back(json_text::unquote(key.substr(at, end + 1 - at)));
    at = end + 3; // past `", `
  }
  return parts;
}

/// A row that left the file of its set and stands in that of another one, both loaded now, goes over to the
/// other.
inline void hand_over(soci::session& session, const staged_file& file,
                      const std::vector<staged_file>& files) {
  for (const auto& other : files) {
    if (other.set == file.set || other.table != file.table) continue;
    native::run(
        session,
        fmt::format("DELETE FROM schema_seed_rows AS r WHERE r.table_name = {0} AND r.set_name = {1} AND "
                    "EXISTS (SELECT 1 FROM {2} o WHERE o.{4} = r.row_key) AND NOT EXISTS (SELECT 1 FROM "
                    "{3} f WHERE f.{4} = r.row_key)",
                    native::literal(file.table->name), native::literal(file.set), other.staged, file.staged,
                    key_column));
  }
}

/// The row belongs to another set: one that wrote it before, or one that comes earlier in this run.
inline std::string held_elsewhere(const staged_file& file, const std::vector<staged_file>& earlier) {
  std::string sql = fmt::format("(EXISTS (SELECT 1 FROM schema_seed_rows r WHERE r.table_name = {0} AND "
                                "r.row_key = s.{1} AND r.set_name <> {2}) AND "
                                "EXISTS (SELECT 1 FROM {3} t WHERE {4}))",
                                native::literal(file.table->name), key_column, native::literal(file.set),
                                file.target, match(*file.table, file.table->primary_key, "t", "s"));
  for (const auto& other : earlier)
    if (other.table == file.table && other.set != file.set)
      sql += fmt::format(" OR EXISTS (SELECT 1 FROM {0} e WHERE e.{1} = s.{1})", other.staged, key_column);
  return sql;
}

/// Takes rows that belong to another set out of the temporary table; returns how many. A row has one set, so
/// that two sets can hold the same row and still agree.
inline std::size_t leave_to_others(soci::session& session, const staged_file& file,
                                   const std::vector<staged_file>& earlier) {
  return native::query(session, fmt::format("DELETE FROM {} AS s WHERE {} RETURNING 1", file.staged,
                                            held_elsewhere(file, earlier)))
      .size();
}

/// Notes that the rows are this set's.
inline void record_rows(soci::session& session, const staged_file& file) {
  native::run(
      session,
      fmt::format(
          "INSERT INTO schema_seed_rows (table_name, row_key, set_name) SELECT {}, s.{}, {} FROM "
          "{} s WHERE NOT EXISTS (SELECT 1 FROM schema_seed_rows r WHERE r.table_name = {} AND r.row_key = "
          "s.{} AND "
          "r.set_name = {}) ON CONFLICT (table_name, row_key) DO UPDATE SET set_name = excluded.set_name",
          native::literal(file.table->name), key_column, native::literal(file.set), file.staged,
          native::literal(file.table->name), key_column, native::literal(file.set)));
}

/// Keys of rows that a set wrote and its files no longer hold, by table.
inline std::map<std::string, std::vector<std::string>>
rows_left(soci::session& session, const std::string& set, const std::vector<staged_file>& files) {
  std::string sql =
      "SELECT r.table_name, r.row_key FROM schema_seed_rows r WHERE r.set_name = " + native::literal(set);
  for (const auto& file : files)
    if (file.set == set)
      sql +=
          fmt::format(" AND NOT (r.table_name = {} AND EXISTS (SELECT 1 FROM {} s WHERE s.{} = r.row_key))",
                      native::literal(file.table->name), file.staged, key_column);
  std::map<std::string, std::vector<std::string>> left;
  for (const auto& row : native::query(session, sql + " ORDER BY 1, 2"))
    left[row.at(0).value_or("")].push_back(row.at(1).value_or(""));
  return left;
}

/// Rows as a file that holds their keys alone. Keys that are of another shape than the primary key are left
/// out.
inline checked_file keys_file(const database_facts& facts, u32 table, const std::vector<std::string>& keys) {
  checked_file file;
  file.table = table;
  const auto& primary = facts.tables[table].primary_key;
  for (u32 c : primary) file.columns.push_back({c, false});
  for (const auto& key : keys) {
    auto parts = key_parts(key);
    if (parts.size() != primary.size()) continue;
    for (auto& part : parts) file.values.push_back({value_state::value, std::move(part)});
    file.keys.push_back(key);
  }
  return file;
}

/// Deletes rows; returns how many there were. Throws seed_error when others refer to them.
inline std::size_t prune(soci::session& session, const staged_file& doomed) {
  try {
    const auto gone = native::query(
        session,
        fmt::format("DELETE FROM {} AS t WHERE EXISTS (SELECT 1 FROM {} d WHERE {}) RETURNING 1",
                    doomed.target, doomed.staged, match(*doomed.table, doomed.table->primary_key, "d", "t")));
    native::run(
        session,
        fmt::format(
            "DELETE FROM schema_seed_rows AS r WHERE r.table_name = {} AND EXISTS (SELECT 1 FROM {} d "
            "WHERE d.{} = r.row_key)",
            native::literal(doomed.table->name), doomed.staged, key_column));
    return gone.size();
  } catch (const native_error& error) {
    throw seed_error(fmt::format("the rows that left {} can't be pruned; nothing was written: {}",
                                 doomed.table->name, error.what()));
  }
}

} // namespace schema::seed
