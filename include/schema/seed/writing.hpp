// Floor 6. From the temporary tables into the real ones: only what is new or differs.
#pragma once

#include <schema/seed/staging.hpp>
#include <schema/sql/functions.hpp>

#include <optional>

namespace schema::seed {

/// How a file stands against its table.
struct difference {
  std::size_t rows{}, known{}, changed{}; ///< known: in the database already; changed: of these, written anew
};

namespace detail {

/// PostgreSQL's json has no equality; its text has.
inline std::string comparable(backend target, const column_facts& column, std::string_view prefix) {
  const std::string text = fmt::format("{}.{}", prefix, native::identifier(column.name));
  return target == backend::postgresql && column.type.kind == type_kind::json ? text + "::text" : text;
}

/// Whether a row differs in a column that seeding writes again; empty when it writes none.
inline std::string differs(backend target, const staged_file& file, std::string_view a, std::string_view b) {
  std::string text;
  for (const auto& c : file.rows->columns) {
    if (c.insert_only || holds(file.table->primary_key, c.column)) continue;
    const column_facts& column = file.table->columns[c.column];
    text += fmt::format("{}{} IS DISTINCT FROM {}", text.empty() ? "" : " OR ", comparable(target, column, a),
                        comparable(target, column, b));
  }
  return text;
}

inline std::size_t number(const native::cell& cell) { return std::stoull(cell.value_or("0")); }

} // namespace detail

/// Compares a file with its table. Throws native_error.
inline difference compare(soci::session& session, const staged_file& file) {
  const std::string differs = detail::differs(backend_of(session), file, "t", "s");
  const auto counts =
      native::query(session, fmt::format("SELECT (SELECT count(*) FROM {0}), count(*), count(CASE WHEN {1} "
                                         "THEN 1 END) FROM {0} s JOIN {2} t ON {3}",
                                         file.staged, differs.empty() ? "false" : differs, file.target,
                                         match(*file.table, file.table->primary_key, "t", "s")));
  return {detail::number(counts.at(0).at(0)), detail::number(counts[0].at(1)),
          detail::number(counts[0].at(2))};
}

namespace detail {

/// The INSERT for the rows that `where` lets through. Columns of `waiting` stay NULL; then only new rows are
/// written.
inline std::string upsert_text(backend target, const staged_file& file, std::string_view where,
                               const std::vector<u32>& waiting) {
  std::string columns, values, key, updates;
  bool identity = false;
  for (const auto& c : file.rows->columns) {
    const column_facts& column = file.table->columns[c.column];
    const std::string name = native::identifier(column.name);
    identity |= column.identity;
    columns += (columns.empty() ? "" : ", ") + name;
    values +=
        fmt::format("{}{}", values.empty() ? "" : ", ", holds(waiting, c.column) ? "NULL" : "s." + name);
    if (!c.insert_only && !holds(file.table->primary_key, c.column))
      updates += fmt::format("{}{} = excluded.{}", updates.empty() ? "" : ", ", name, name);
  }
  for (u32 c : file.table->primary_key)
    key += (key.empty() ? "" : ", ") + native::identifier(file.table->columns[c].name);
  std::string sql = fmt::format(
      "INSERT INTO {} ({}){} SELECT {} FROM {} s WHERE {} ORDER BY s.{} ON CONFLICT ({}) DO ", file.target,
      columns, identity && target == backend::postgresql ? " OVERRIDING SYSTEM VALUE" : "", values,
      file.staged, where, rank_column, key);
  if (updates.empty() || !waiting.empty()) return sql + "NOTHING";
  return sql + fmt::format("UPDATE SET {} WHERE {}", updates, differs(target, file, file.target, "excluded"));
}

/// Lets through what is new or differs: ON CONFLICT alone would lock every row that stays as it is.
inline std::string stale(backend target, const staged_file& file) {
  const std::string same = match(*file.table, file.table->primary_key, "t", "s");
  const std::string change = differs(target, file, "t", "s");
  return fmt::format("NOT EXISTS (SELECT 1 FROM {} t WHERE {}{})", file.target, same,
                     change.empty() ? "" : fmt::format(" AND NOT ({})", change));
}

/// Finds the row that the database refuses, by writing one after the other.
inline std::optional<std::size_t> refused_row(soci::session& session, const staged_file& file,
                                              const std::vector<u32>& waiting, const std::string& code) {
  for (std::size_t row = 0; row < file.rows->rows(); ++row) try {
      native::run(session,
                  upsert_text(backend_of(session), file, fmt::format("s.{} = {}", row_column, row), waiting));
    } catch (const native_error& error) {
      if (error.code == code) return row;
      return {};
    }
  return {};
}

/// Writes a file. Throws seed_refused with the row's line when the database refuses one (a CHECK, say).
inline void upsert(soci::session& session, const staged_file& file, const std::vector<u32>& waiting) {
  native::run(session, "SAVEPOINT schema_seed");
  try {
    native::run(session, upsert_text(backend_of(session), file, stale(backend_of(session), file), waiting));
    native::run(session, "RELEASE SAVEPOINT schema_seed");
  } catch (const native_error& error) {
    if (!native::in_transaction(session)) throw;
    native::run(session, "ROLLBACK TO SAVEPOINT schema_seed");
    const auto row = refused_row(session, file, waiting, error.code);
    const std::string& path = file.rows->source->path;
    if (!row) throw seed_error(fmt::format("{}: the database refuses these rows: {}", path, error.what()));
    fault_list faults;
    faults.add(path, file.rows->source->cell(*row, 0).at,
               fmt::format("the database refuses this row: {}", error.what()));
    faults.refuse();
  }
}

/// Whether the file says what stands in all columns of a key, each time it is loaded.
inline bool moves_with_file(const staged_file& file, const key_facts& key) {
  for (u32 i : file.rows->find_all(key.columns))
    if (file.rows->columns[i].insert_only) return false;
  return !file.rows->find_all(key.columns).empty();
}

/// Digits that no row has, give or take one in 2^48; fewer of them when the type has less room.
inline std::string random_text(backend target, const column_type& type) {
  const u32 size = type.length && type.length < 12 ? type.length : 12u;
  return fmt::format(fmt::runtime(target == backend::sqlite
                                      ? "lower(substr(hex(randomblob(6)), 1, {}))"
                                      : "substr(replace(gen_random_uuid()::text, '-', ''), 1, {})"),
                     size);
}

/// Where a value of a unique key can go for a moment, as SQL; empty when the type has no such place.
inline std::string aside(backend target, const staged_file& file, u32 column) {
  const column_facts& facts = file.table->columns[column];
  const std::string name = native::identifier(facts.name);
  for (const auto& reference : file.table->references)
    if (holds(reference.columns, column)) return facts.nullable ? "NULL" : "";
  if (is_integer(facts.type.kind)) // beyond all that is there and all that comes
    return fmt::format(
        "{0} + 1 + (SELECT max(v) - min(v) FROM (SELECT {0} AS v FROM {1} UNION ALL SELECT {0} FROM {2}) x)",
        name, file.target, file.staged);
  if (facts.nullable) return "NULL";
  if (is_text(facts.type.kind)) return random_text(target, facts.type);
  if (facts.type.kind != type_kind::uuid) return "";
  return target == backend::sqlite ? std::string(sql::sqlite_uuid) : "gen_random_uuid()";
}

} // namespace detail

/// Two rows can swap the values of a unique column, and a row can take the value of one that goes: those that
/// hold a value which another row takes are put aside first, since both databases compare row by row.
inline void make_room(soci::session& session, const staged_file& file, const staged_file* doomed) {
  const auto& primary = file.table->primary_key;
  for (const auto& key : file.table->unique) {
    if (!detail::moves_with_file(file, key)) continue;
    std::string set;
    for (u32 c : key.columns)
      if (!holds(primary, c) && set.empty()) {
        const std::string value = detail::aside(backend_of(session), file, c);
        if (!value.empty())
          set = fmt::format("{} = {}", native::identifier(file.table->columns[c].name), value);
      }
    if (set.empty()) continue;
    std::string moves =
        fmt::format("EXISTS (SELECT 1 FROM {} m WHERE {} AND NOT ({}))", file.staged,
                    match(*file.table, primary, "m", "t"), match(*file.table, key.columns, "m", "t"));
    if (doomed)
      moves += fmt::format(" OR EXISTS (SELECT 1 FROM {} d WHERE {})", doomed->staged,
                           match(*file.table, primary, "d", "t"));
    native::run(
        session,
        fmt::format("UPDATE {} AS t SET {} WHERE EXISTS (SELECT 1 FROM {} s WHERE {} AND NOT ({})) AND ({})",
                    file.target, set, file.staged, match(*file.table, key.columns, "s", "t"),
                    match(*file.table, primary, "s", "t"), moves));
  }
}

/// Numbers that the database gives go on behind those of the file. SQLite sees to it itself.
inline void follow_identity(soci::session& session, const staged_file& file) {
  if (backend_of(session) == backend::sqlite) return;
  for (const auto& c : file.rows->columns) {
    const column_facts& column = file.table->columns[c.column];
    if (!column.identity) continue;
    const std::string name = native::identifier(column.name);
    native::run(
        session,
        fmt::format(
            "SELECT setval(q.sequence, q.last) FROM (SELECT pg_get_serial_sequence({0}, {1})::regclass AS "
            "sequence, (SELECT max({2}) FROM {3}) AS last) q WHERE q.last > 0 AND q.last > "
            "coalesce(pg_sequence_last_value(q.sequence), (SELECT seqstart - 1 FROM pg_sequence WHERE "
            "seqrelid = "
            "q.sequence))",
            native::literal(file.target), native::literal(column.name), name, file.target));
  }
}

} // namespace schema::seed
