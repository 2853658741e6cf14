// The databases' own clients.
#pragma once

#include "database.hpp"

#include <fstream>

namespace test {

/// Feeds a script to sqlite3 or psql; true when it answers 0.
template <class Database> bool feed(const Database& database, const std::string& script) {
  temporary_folder folder;
  const auto file = folder.path() / "plan.sql";
  std::ofstream(file) << script;
  const std::string url = database.url();
  const std::string client = url.rfind("sqlite:", 0) == 0
                                 ? fmt::format("sqlite3 '{}'", url.substr(url.find(':') + 1))
                                 : fmt::format("psql -X -q '{}'", url);
  return std::system(
             fmt::format("{} < '{}' > '{}' 2>&1", client, file.string(), (folder.path() / "out").string())
                 .c_str()) == 0;
}

} // namespace test
