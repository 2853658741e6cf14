// Floor 5. SQL through the native handle: SOCI's parser takes ':' in a text for a parameter, and there is no
// escape.
#pragma once

#include <schema/model/operation.hpp>
#include <schema/runtime/rows.hpp>
#include <schema/runtime/soci.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

namespace schema {

/// What a database said no with.
struct native_error : std::runtime_error {
  std::string
      code; ///< PostgreSQL: the SQLSTATE; SQLite: the extended result code in decimal; empty: the connection
  std::string message; ///< the database's own words, without DETAIL, which holds values of rows
  u32 statement{};     ///< index among the statements that were sent together

  native_error(std::string code_, std::string message_, u32 statement_ = 0)
      : std::runtime_error(code_.empty() ? message_ : message_ + " [" + code_ + "]"), code(std::move(code_)),
        message(std::move(message_)), statement(statement_) {}
};

/// Which database a session is connected to; throws std::invalid_argument for one this library does not know.
inline backend backend_of(soci::session& session) {
  const std::string found = session.get_backend_name();
  if (found == "sqlite3") return backend::sqlite;
  if (found == "postgresql") return backend::postgresql;
  throw std::invalid_argument("no migrations for the database '" + found +
                              "': sqlite3 and postgresql are known");
}

namespace native {

// SOCI's libraries do not export the type information that the sanitizer's check of a downcast asks for.
__attribute__((no_sanitize("vptr"))) inline sqlite3* sqlite_handle(soci::session& session) {
  return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

__attribute__((no_sanitize("vptr"))) inline PGconn* postgresql_handle(soci::session& session) {
  return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
}

namespace detail {

/// A resource of a C library with the function that frees it. A std::unique_ptr of each would cost every
/// translation unit more than the rest of this header.
template <class Resource, auto Free> class owned {
public:
  explicit owned(Resource* resource) : resource_(resource) {}
  owned(const owned&) = delete;
  owned& operator=(const owned&) = delete;
  ~owned() {
    if (resource_) Free(resource_);
  }
  Resource* get() const { return resource_; }
  explicit operator bool() const { return resource_; }

private:
  Resource* resource_;
};
using statement_handle = owned<sqlite3_stmt, &sqlite3_finalize>;
using result_handle = owned<PGresult, &PQclear>;

inline std::string without_line_end(const char* text) {
  std::string message = text ? text : "";
  while (!message.empty() && (message.back() == '\n' || message.back() == ' ')) message.pop_back();
  return message;
}

inline constexpr const char* widths_differ = "the statements return different numbers of columns";

[[noreturn]] inline void throw_sqlite(sqlite3* handle, u32 statement = 0) {
  const int code = sqlite3_extended_errcode(handle);
  throw native_error(std::to_string(code), sqlite3_errmsg(handle), statement);
}

/// The error of a result, or of the connection when there is none. DETAIL is left out: it holds values of
/// rows.
inline native_error postgresql_error(PGconn* handle, const PGresult* result, u32 statement) {
  const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  if (!state) return {"", without_line_end(PQerrorMessage(handle)), statement};
  std::string message = without_line_end(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
  if (const char* hint = PQresultErrorField(result, PG_DIAG_MESSAGE_HINT))
    message += " (" + without_line_end(hint) + ")";
  return {state, message, statement};
}

} // namespace detail

/// Runs every statement of `sql`; with `collect`, returns the rows of all of them, which have one
/// number of columns. Throws native_error.
inline rows run_sqlite(sqlite3* handle, std::string_view sql, bool collect = false) {
  rows found;
  const char* at = sql.data();
  const char* const end = at + sql.size();
  for (u32 number = 0; at != end; ++number) {
    sqlite3_stmt* raw = nullptr;
    const char* rest = nullptr;
    const int prepared = sqlite3_prepare_v2(handle, at, int(end - at), &raw, &rest);
    const detail::statement_handle statement(raw);
    if (prepared != SQLITE_OK) detail::throw_sqlite(handle, number);
    at = rest;
    if (!raw) continue; // a comment or blanks
    for (;;) {
      const int step = sqlite3_step(raw);
      if (step == SQLITE_DONE) break;
      if (step != SQLITE_ROW) detail::throw_sqlite(handle, number);
      if (!collect) continue;
      const int columns = sqlite3_column_count(raw);
      if (!found.add_row(std::size_t(columns))) throw native_error("", detail::widths_differ, number);
      for (int i = 0; i < columns; ++i) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(raw, i));
        found.add(text, std::size_t(sqlite3_column_bytes(raw, i)));
      }
    }
  }
  return found;
}

/// Runs every statement of `sql` in one message; the error says which one failed, counted from 0. Throws
/// native_error.
inline rows run_postgresql(PGconn* handle, const std::string& sql, bool collect = false) {
  if (!PQsendQuery(handle, sql.c_str())) throw detail::postgresql_error(handle, nullptr, 0);
  rows found;
  native_error error("", ""); // the first one
  bool failed = false;
  const auto fail = [&](const native_error& told) {
    if (!failed) error = told;
    failed = true;
  };
  u32 number = 0;
  while (const detail::result_handle result{PQgetResult(handle)}) {
    const auto status = PQresultStatus(result.get());
    if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH) {
      fail({"0A000", "COPY can't stand in a migration", number});
      if (status == PGRES_COPY_IN) PQputCopyEnd(handle, "COPY can't stand in a migration");
      char* line = nullptr;
      if (status != PGRES_COPY_IN)
        while (PQgetCopyData(handle, &line, 0) > 0) PQfreemem(line);
    } else if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) {
      fail(detail::postgresql_error(handle, result.get(), number));
    } else if (collect) {
      const int columns = PQnfields(result.get());
      for (int y = 0; y < PQntuples(result.get()); ++y) {
        if (!found.add_row(std::size_t(columns))) {
          fail({"", detail::widths_differ, number});
          break;
        }
        for (int x = 0; x < columns; ++x)
          found.add(PQgetisnull(result.get(), y, x) ? nullptr : PQgetvalue(result.get(), y, x),
                    std::size_t(PQgetlength(result.get(), y, x)));
      }
    }
    ++number;
    if (PQstatus(handle) == CONNECTION_BAD) break;
  }
  if (PQstatus(handle) == CONNECTION_BAD) fail(detail::postgresql_error(handle, nullptr, number));
  if (failed) throw error;
  return found;
}

/// Runs one SQL text of one or more statements as it stands. Throws native_error.
inline void run(soci::session& session, std::string_view sql) {
  if (backend_of(session) == backend::sqlite)
    run_sqlite(sqlite_handle(session), sql);
  else
    run_postgresql(postgresql_handle(session), std::string(sql));
}

/// Runs one SQL text and returns its rows as text. Throws native_error.
inline rows query(soci::session& session, std::string_view sql) {
  return backend_of(session) == backend::sqlite
             ? run_sqlite(sqlite_handle(session), sql, true)
             : run_postgresql(postgresql_handle(session), std::string(sql), true);
}

/// Whether a transaction is open, failed ones included.
inline bool in_transaction(soci::session& session) {
  if (backend_of(session) == backend::sqlite) return !sqlite3_get_autocommit(sqlite_handle(session));
  return PQtransactionStatus(postgresql_handle(session)) != PQTRANS_IDLE;
}

/// A text as an SQL literal of both backends, given PostgreSQL's standard_conforming_strings.
inline std::string literal(std::string_view text) {
  std::string quoted = "'";
  for (char c : text) quoted.append(c == '\'' ? 2 : 1, c);
  return quoted += '\'';
}

/// A name as an SQL identifier.
inline std::string identifier(std::string_view text) {
  std::string quoted = "\"";
  for (char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted += '"';
}

} // namespace native
} // namespace schema
