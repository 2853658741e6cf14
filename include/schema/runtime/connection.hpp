// Floor 5. Opens a session with the settings that migrations and seeds count on.
#pragma once

#include <schema/runtime/database_url.hpp>
#include <schema/runtime/milliseconds.hpp>
#include <schema/runtime/native.hpp>

#include <sys/stat.h>

namespace schema {

/// A database that can't be reached. One line, without a password.
struct connection_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct connection_options {
  milliseconds busy_timeout{5000};        ///< SQLite: how long to wait for another writer
  std::string application_name{"schema"}; ///< PostgreSQL: shown in pg_stat_activity, unless the URL gives one
  bool create{true};                      ///< SQLite: make the file when it is missing
};

namespace detail {

/// A value of a URL's query, percent-encoded (PostgreSQL manual, 34.1.1.2).
inline std::string percent_encoded(std::string_view value) {
  std::string text;
  for (char c : value) {
    const bool plain =
        (lower(c) >= 'a' && lower(c) <= 'z') || is_digit(c) || c == '_' || c == '-' || c == '.';
    if (plain)
      text += c;
    else
      text.append({'%', "0123456789ABCDEF"[u8(c) / 16], "0123456789ABCDEF"[u8(c) % 16]});
  }
  return text;
}

/// What libpq is given. SOCI 4.0 takes a connection string apart at its blanks and forgets the quotes: a URL
/// has none.
inline std::string conninfo_of(const database_url& url, const connection_options& options) {
  std::string text = "postgresql:///?fallback_application_name=" + percent_encoded(options.application_name);
  bool timeout = false;
  for (const auto& [key, value] : url.parameters()) {
    text += '&' + key + '=' + percent_encoded(value);
    timeout |= key == "connect_timeout";
  }
  return timeout ? text : text + "&connect_timeout=10";
}

/// SOCI says only that a file can't be opened; this says why.
inline void check_sqlite_file(const database_url& url, const connection_options& options) {
  if (url.in_memory()) return;
  struct stat found {};
  if (stat(url.path().c_str(), &found) == 0) {
    if (S_ISDIR(found.st_mode)) throw connection_error("a folder, not a database: " + url.path());
    return;
  }
  if (!options.create) throw connection_error("no such database: " + url.path());
  const auto slash = url.path().rfind('/');
  if (slash == std::string::npos || slash == 0) return;
  const std::string folder = url.path().substr(0, slash);
  if (stat(folder.c_str(), &found) != 0 || !S_ISDIR(found.st_mode))
    throw connection_error("no such folder: " + folder + " (for " + url.path() + ")");
}

} // namespace detail

/// Opens `session` through SOCI's factory objects, which load no library at run time.
/// SQLite: foreign keys on, the busy timeout set. PostgreSQL: standard_conforming_strings on, and the server
/// looks every half second whether the client still lives, so that a killed migrator frees its lock. Throws
/// connection_error.
inline void open(soci::session& session, const database_url& url, const connection_options& options = {}) {
  try {
    if (url.target() == backend::sqlite) {
      detail::check_sqlite_file(url, options);
      session.open(soci::sqlite3, "dbname=\"" + url.path() + "\"");
      sqlite3* const handle = native::sqlite_handle(session);
      sqlite3_busy_timeout(handle, int(options.busy_timeout.count()));
      // The first read also finds out whether the file is a database at all.
      native::run_sqlite(handle, "PRAGMA foreign_keys = ON; SELECT count(*) FROM sqlite_master");
    } else {
      session.open(soci::postgresql, detail::conninfo_of(url, options));
      PGconn* const handle = native::postgresql_handle(session);
      native::run_postgresql(handle, "SET standard_conforming_strings = on");
      try {
        native::run_postgresql(handle, "SET client_connection_check_interval = 500");
      } catch (const native_error&) {
        // Only systems with POLLRDHUP have it (manual, 20.3.2); without it a dead client is noticed later.
      }
    }
  } catch (const connection_error&) {
    throw;
  } catch (const std::exception& error) {
    std::string reason = url.without_secrets(error.what());
    for (char& c : reason)
      if (c == '\n' || c == '\t') c = ' ';
    while (!reason.empty() && reason.back() == ' ') reason.pop_back();
    constexpr std::string_view prefix =
        "Cannot establish connection to the database. "; // SOCI's; ours says it
    if (reason.rfind(prefix, 0) == 0) reason.erase(0, prefix.size());
    throw connection_error("can't open " + url.redacted() + ": " + reason);
  }
}

/// A session that is open as long as it lives.
class connection {
public:
  explicit connection(const database_url& url, const connection_options& options = {}) : url_(url) {
    open(session_, url_, options);
  }
  /// Reads the URL first. Throws database_url_error, connection_error.
  explicit connection(std::string_view url, const connection_options& options = {})
      : connection(database_url::parse(url), options) {}

  soci::session& session() { return session_; }
  const database_url& url() const { return url_; }

private:
  database_url url_;
  soci::session session_;
};

} // namespace schema
