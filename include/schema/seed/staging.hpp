// Floor 6. Rows on their way: temporary tables that hold the values of files, so that they can be compared
// with what stands in the database, and written, by a few statements.
#pragma once

#include <schema/dialect/types.hpp>
#include <schema/runtime/native.hpp>
#include <schema/seed/order.hpp>

namespace schema::seed {

/// A transaction that is rolled back unless it was committed. SQLite's takes the write lock at once.
class transaction {
public:
  /// Throws seed_error when one is open already, native_error.
  explicit transaction(soci::session& session) : session_(session) {
    if (native::in_transaction(session))
      throw seed_error("seeding needs a transaction of its own; one is open");
    if (backend_of(session) == backend::sqlite) {
      native::run(session, "PRAGMA foreign_keys = ON"); // does nothing inside a transaction
      native::run(session, "BEGIN IMMEDIATE");
    } else {
      native::run(session, "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL client_encoding = 'UTF8'");
    }
    open_ = true;
  }
  transaction(const transaction&) = delete;
  transaction& operator=(const transaction&) = delete;
  ~transaction() {
    try {
      roll_back();
    } catch (const std::exception&) {
      // The connection is gone, and the transaction with it.
    }
  }

  void commit() {
    // The commit of a failed transaction commits nothing and says nothing.
    if (backend_of(session_) == backend::postgresql &&
        PQtransactionStatus(native::postgresql_handle(session_)) != PQTRANS_INTRANS)
      throw seed_error("the transaction failed; nothing was written");
    native::run(session_, "COMMIT");
    open_ = false;
  }
  void roll_back() {
    if (!open_) return;
    open_ = false;
    if (native::in_transaction(session_)) native::run(session_, "ROLLBACK");
  }

private:
  soci::session& session_;
  bool open_{};
};

/// A file whose rows stand in a temporary table.
struct staged_file {
  std::string set;
  const checked_file* rows{};
  const table_facts* table{};
  std::string target; ///< the table, as SQL
  std::string staged; ///< the temporary table, as SQL
};

/// Columns of the temporary tables that no table can have by accident.
inline constexpr std::string_view row_column = "\"schema row\"";   ///< index of the row in the file
inline constexpr std::string_view rank_column = "\"schema rank\""; ///< in which order rows are written
inline constexpr std::string_view key_column = "\"schema key\"";   ///< its primary key, as in checked_file

/// What stands for the admin's password while it is not known; in a temporary table only.
inline constexpr std::string_view password_mark = "@admin-password";

namespace detail {

inline std::string from_hex(std::string_view digits) {
  const auto value = [](char c) { return is_digit(c) ? c - '0' : c - 'a' + 10; };
  std::string out;
  for (std::size_t i = 2; i + 1 < digits.size(); i += 2)
    out += char(value(digits[i]) * 16 + value(digits[i + 1]));
  return out;
}

/// A canonical value as SQLite takes it bound as text: booleans are 0 and 1, bytes are themselves.
inline std::string sqlite_text(const column_type& type, const std::string& text) {
  if (type.kind == type_kind::boolean) return text == "true" ? "1" : "0";
  return type.kind == type_kind::bytes ? from_hex(text) : text;
}

inline std::string_view text_of(const seed_value& value) {
  return value.state == value_state::admin_password ? password_mark : std::string_view(value.text);
}

inline std::string quoted_columns(const staged_file& file, std::string_view prefix = "") {
  std::string text;
  for (const auto& c : file.rows->columns)
    (text += text.empty() ? "" : ", ").append(prefix) +=
        native::identifier(file.table->columns[c.column].name);
  return text;
}

inline void fill_sqlite(sqlite3* handle, const staged_file& file) {
  const checked_file& rows = *file.rows;
  std::string sql = "INSERT INTO " + file.staged + " VALUES (?1, ?2, ?3";
  for (std::size_t i = 0; i < rows.columns.size(); ++i) {
    const bool blob = file.table->columns[rows.columns[i].column].type.kind == type_kind::bytes;
    sql += blob ? fmt::format(", CAST(?{} AS BLOB)", i + 4) : fmt::format(", ?{}", i + 4);
  }
  sql += ')';
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(handle, sql.c_str(), int(sql.size()), &raw, nullptr) != SQLITE_OK)
    native::detail::throw_sqlite(handle);
  const native::detail::statement_handle statement(raw);
  const auto ranks = ranks_of(rows, *file.table);
  std::vector<std::string> bound(rows.columns.size()); // they live until the step
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    sqlite3_reset(raw);
    sqlite3_clear_bindings(raw);
    sqlite3_bind_int64(raw, 1, sqlite3_int64(row));
    sqlite3_bind_int64(raw, 2, sqlite3_int64(ranks[row]));
    sqlite3_bind_text(raw, 3, rows.keys[row].data(), int(rows.keys[row].size()), SQLITE_STATIC);
    for (std::size_t i = 0; i < rows.columns.size(); ++i) {
      const seed_value& value = rows.value(row, i);
      if (value.state == value_state::null) continue;
      const column_type& type = file.table->columns[rows.columns[i].column].type;
      bound[i] = sqlite_text(type, std::string(text_of(value)));
      if (sqlite3_bind_text(raw, int(i) + 4, bound[i].data(), int(bound[i].size()), SQLITE_STATIC) !=
          SQLITE_OK)
        native::detail::throw_sqlite(handle);
    }
    if (sqlite3_step(raw) != SQLITE_DONE) native::detail::throw_sqlite(handle);
  }
}

/// A value in COPY's text format (PostgreSQL manual, COPY, File Formats).
inline void append_copied(std::string& out, std::string_view text) {
  for (char c : text) switch (c) {
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: out += c;
    }
}

inline void fill_postgresql(PGconn* handle, const staged_file& file) {
  const std::string sql = "COPY " + file.staged + " FROM STDIN";
  native::detail::result_handle begun(PQexec(handle, sql.c_str()));
  if (PQresultStatus(begun.get()) != PGRES_COPY_IN)
    throw native::detail::postgresql_error(handle, begun.get(), 0);
  constexpr std::size_t portion = 1 << 16;
  std::string buffer;
  bool sent = true;
  const auto send = [&] {
    sent = sent && PQputCopyData(handle, buffer.data(), int(buffer.size())) == 1;
    buffer.clear();
  };
  const checked_file& rows = *file.rows;
  const auto ranks = ranks_of(rows, *file.table);
  for (std::size_t row = 0; row < rows.rows() && sent; ++row) {
    fmt::format_to(std::back_inserter(buffer), "{}\t{}\t", row, ranks[row]);
    append_copied(buffer, rows.keys[row]);
    for (std::size_t i = 0; i < rows.columns.size(); ++i) {
      const seed_value& value = rows.value(row, i);
      buffer += '\t';
      if (value.state == value_state::null)
        buffer += "\\N";
      else
        append_copied(buffer, text_of(value));
    }
    buffer += '\n';
    if (buffer.size() >= portion) send();
  }
  if (!buffer.empty()) send();
  if (!sent || PQputCopyEnd(handle, nullptr) != 1) throw native::detail::postgresql_error(handle, nullptr, 0);
  native::detail::result_handle ended(PQgetResult(handle));
  const bool done = PQresultStatus(ended.get()) == PGRES_COMMAND_OK;
  while (native::detail::result_handle(PQgetResult(handle))) {
  } // until the connection is free again
  if (!done) throw native::detail::postgresql_error(handle, ended.get(), 0);
}

} // namespace detail

/// A canonical value as an SQL literal of a column's type.
inline std::string sql_value(backend target, const column_type& type, const std::string& text) {
  if (target == backend::sqlite && type.kind == type_kind::bytes) return "x'" + text.substr(2) + "'";
  if (target == backend::sqlite && type.kind == type_kind::boolean) return text == "true" ? "1" : "0";
  return native::literal(text);
}

/// `a."x" = b."x" AND …`, or another comparison of each.
inline std::string match(const table_facts& table, column_indexes columns, std::string_view a,
                         std::string_view b) {
  std::string text;
  for (u32 c : columns) {
    const std::string name = native::identifier(table.columns[c].name);
    text += fmt::format("{}{}.{} = {}.{}", text.empty() ? "" : " AND ", a, name, b, name);
  }
  return text;
}

/// A table, as SQL.
inline std::string relation(const table_facts& table) {
  if (table.place.empty()) return native::identifier(table.name);
  return native::identifier(table.place) + "." +
         native::identifier(table.name.substr(table.place.size() + 1));
}

/// Puts the rows of a file into a new temporary table, which goes with the transaction or by drop_staged.
/// Throws native_error.
inline staged_file stage(soci::session& session, const database_facts& facts, const checked_file& rows,
                         std::string set, std::size_t number) {
  staged_file file{.set = std::move(set),
                   .rows = &rows,
                   .table = &facts.tables[rows.table],
                   .target = relation(facts.tables[rows.table]),
                   .staged = {}};
  const std::string name = native::identifier(fmt::format("schema_seed_{}", number));
  if (backend_of(session) == backend::sqlite) {
    file.staged = "temp." + name;
    std::string sql = fmt::format("CREATE TABLE {} ({} INTEGER PRIMARY KEY, {} INTEGER, {} TEXT", file.staged,
                                  row_column, rank_column, key_column);
    for (const auto& c : rows.columns) {
      const column_facts& column = file.table->columns[c.column];
      sql += fmt::format(", {} {}", native::identifier(column.name),
                         storage_names[u8(storage_of(column.type))].view());
    }
    native::run(session, sql + ")");
    detail::fill_sqlite(native::sqlite_handle(session), file);
    std::string key;
    for (u32 c : file.table->primary_key)
      key += (key.empty() ? "" : ", ") + native::identifier(file.table->columns[c].name);
    // SQLite makes no index of its own for a correlated EXISTS.
    native::run(session,
                fmt::format("CREATE INDEX temp.\"schema_seed_{0}_columns\" ON {1} ({2}); CREATE INDEX "
                            "temp.\"schema_seed_{0}_key\" ON {1} ({3})",
                            number, name, key, key_column));
  } else {
    file.staged = "pg_temp." + name;
    native::run(session,
                fmt::format("CREATE TEMP TABLE {} ON COMMIT DROP AS SELECT 0::bigint AS {}, 0::bigint AS {}, "
                            "''::text AS {}, {} FROM {} WITH NO DATA",
                            name, row_column, rank_column, key_column, detail::quoted_columns(file),
                            file.target));
    detail::fill_postgresql(native::postgresql_handle(session), file);
    native::run(session, "ANALYZE " + file.staged); // so that joins are planned for what is there
  }
  return file;
}

/// Removes the temporary tables.
inline void drop_staged(soci::session& session, const std::vector<staged_file>& files) {
  for (const auto& file : files) native::run(session, "DROP TABLE " + file.staged);
}

} // namespace schema::seed
