// A fresh database for a test, on either backend, gone when the test ends.
#pragma once

#include <schema/runtime/connection.hpp>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

namespace test {

/// A folder of its own, removed with what is in it.
class temporary_folder {
public:
  temporary_folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "schema test XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;
  ~temporary_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

private:
  std::filesystem::path path_;
};

class sqlite_database {
public:
  static constexpr schema::backend target = schema::backend::sqlite;
  static bool available() { return true; }
  std::string url() const { return "sqlite:" + (folder_.path() / "test.db").string(); }

private:
  temporary_folder folder_;
};

/// A database of its own in the server that SCHEMA_TEST_POSTGRESQL names.
class postgresql_database {
public:
  static constexpr schema::backend target = schema::backend::postgresql;

  /// Whether to run at all. No server is a failed test, unless SCHEMA_TEST_WITHOUT_POSTGRESQL=1 says that it
  /// is meant.
  static bool available() {
    if (server()) return true;
    const char* without = std::getenv("SCHEMA_TEST_WITHOUT_POSTGRESQL");
    if (!without || std::string(without) != "1")
      FAIL("SCHEMA_TEST_POSTGRESQL names no server; tests/run starts one (SCHEMA_TEST_WITHOUT_POSTGRESQL=1 "
           "goes without)");
    return false;
  }

  postgresql_database() : name_(fmt::format("schema_test_{}_{}", getpid(), ++count())) {
    schema::connection admin{std::string_view(server())};
    schema::native::run(admin.session(), "CREATE DATABASE " + name_);
  }
  postgresql_database(const postgresql_database&) = delete;
  postgresql_database& operator=(const postgresql_database&) = delete;
  ~postgresql_database() {
    if (getpid() != owner_) return;
    try {
      schema::connection admin{std::string_view(server())};
      schema::native::run(admin.session(), "DROP DATABASE " + name_ + " WITH (FORCE)");
    } catch (const std::exception& error) {
      fmt::print(stderr, "{} stays: {}\n", name_, error.what());
    }
  }
  std::string url() const { return fmt::format("{} dbname={}", server(), name_); }

private:
  static const char* server() {
    const char* given = std::getenv("SCHEMA_TEST_POSTGRESQL");
    return given && *given ? given : nullptr;
  }
  static int& count() {
    static int made = 0;
    return made;
  }
  std::string name_;
  pid_t owner_{getpid()};
};

/// The first cell of the first row.
inline std::string value(soci::session& session, std::string_view sql) {
  const auto rows = schema::native::query(session, sql);
  return rows.empty() ? "no row" : rows[0].at(0).value_or("null");
}

/// The tables of a user, without the history table, in one line.
inline std::string tables(soci::session& session) {
  const auto rows = schema::native::query(
      session,
      schema::backend_of(session) == schema::backend::sqlite
          ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN "
            "('schema_history', 'sqlite_sequence') ORDER BY name"
          : "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND "
            "relname <> 'schema_history' ORDER BY relname");
  std::string line;
  for (const auto& row : rows) line += (line.empty() ? "" : " ") + *row[0];
  return line;
}

} // namespace test
