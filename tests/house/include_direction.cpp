// Each floor includes only floors below it, and the core pays for no database: reads the #include lines of
// include/schema and prints every one that looks up. Usage: include_direction INCLUDE_FOLDER. Exit 1 when
// there is one.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>

namespace {

namespace files = std::filesystem;
using texts = std::set<std::string>;

const texts core = {"text", "sql", "model", "dsl", "dialect", "rules"};

/// What each floor may include besides itself.
const std::map<std::string, texts> below = {
    {"text", {}},
    {"sql", {"text"}},
    {"model", {"text", "sql"}},
    {"dsl", {"text", "sql", "model"}},
    {"dialect", {"text", "sql", "model"}},
    {"rules", {"text", "sql", "model", "dsl", "dialect"}},
    {"difference", core},
    {"runtime", core},
    {"seed", {"text", "sql", "model", "dsl", "dialect", "rules", "runtime"}},
    {"lms", {"text", "sql", "model", "dsl", "dialect", "rules", "dsl.hpp"}},
    {"dsl.hpp", core},
    {"compatible.hpp", {"text", "sql", "model", "dsl", "dialect", "rules", "dsl.hpp"}},
    {"triggers.hpp", {"text", "sql", "model", "dsl", "dialect", "rules", "dsl.hpp"}},
    {"schemas.hpp", {"text", "sql", "model", "dsl", "dialect", "rules", "dsl.hpp"}},
    {"difference.hpp", {"text", "sql", "model", "dsl", "dialect", "rules", "difference", "dsl.hpp"}},
    {"lms.hpp", {"text", "sql", "model", "dsl", "dialect", "rules", "lms", "dsl.hpp"}},
    {"runtime.hpp", {"text", "sql", "model", "dsl", "dialect", "rules", "runtime", "seed", "dsl.hpp"}},
};

/// What programs include and no translation unit of a service; core_is_light sees that no door of the core
/// leads there.
const texts for_programs = {"runtime", "seed", "runtime.hpp"};
const texts for_tools = {"difference", "difference.hpp"};
const texts at_run_time = {"schema/model/dynamic_timeline.hpp"};

/// No floor of the core includes these: a service's translation unit pays for the proof, not for a database.
const texts heavy = {"string",     "vector",  "iostream", "ostream",       "istream", "sstream",
                     "fstream",    "chrono",  "map",      "unordered_map", "set",     "functional",
                     "memory",     "regex",   "format",   "algorithm",     "ranges",  "sqlite3.h",
                     "libpq-fe.h", "iomanip", "locale",   "boost/hana.hpp"};

bool begins(const std::string& text, const std::string& with) { return text.rfind(with, 0) == 0; }

/// "schema/text/x.hpp" stands on floor "text"; "schema/dsl.hpp" is the door "dsl.hpp".
std::string floor_of(const std::string& header) {
  const auto path = header.substr(std::string("schema/").size());
  return path.substr(0, path.find('/'));
}

/// The header of an #include line, with its bracket or quote; empty for any other line.
std::string included(const std::string& line) {
  auto at = line.find_first_not_of(" \t");
  if (at == std::string::npos || line[at] != '#') return {};
  at = line.find_first_not_of(" \t", at + 1);
  if (at == std::string::npos || line.compare(at, 7, "include") != 0) return {};
  const auto open = line.find_first_of("<\"", at + 7);
  const auto close = line.find_first_of(">\"", open == std::string::npos ? open : open + 1);
  return close == std::string::npos ? std::string() : line.substr(open, close - open);
}

/// Why `file` may not include `target`; empty when it may.
std::string fault(const std::string& file, const std::string& target) {
  const auto header = target.substr(1);
  const auto floor = floor_of(file);
  if (begins(header, "schema/")) {
    if (target[0] != '<') return "written with quotes";
    const auto other = floor_of(header);
    return other == floor || below.at(floor).count(other) ? "" : "looks up, from " + floor + " to " + other;
  }
  if (for_programs.count(floor)) return "";
  if (begins(header, "soci/") || begins(header, "fmt/")) return "is for the runtime";
  if (for_tools.count(floor) || at_run_time.count(file)) return "";
  return heavy.count(header) ? "costs every user of the core" : "";
}

/// Words that say nothing about what a file holds.
bool names_nothing(const files::path& file) {
  const auto stem = file.stem().string();
  for (const char* word : {"util", "helper", "manager", "common", "misc"})
    if (stem.find(word) != std::string::npos) return true;
  return false;
}

} // namespace

int main(int count, char** arguments) {
  if (count != 2) return std::cerr << "usage: include_direction INCLUDE_FOLDER\n", 2;
  const files::path root = arguments[1];
  int faults = 0, headers = 0;
  texts with_backends;
  for (const auto& entry : files::recursive_directory_iterator(root / "schema")) {
    if (entry.path().extension() != ".hpp") continue;
    ++headers;
    const auto file = files::relative(entry.path(), root).generic_string();
    if (names_nothing(file)) ++faults, std::cout << file << ": its name says nothing\n";
    if (!below.count(floor_of(file))) {
      ++faults, std::cout << file << ": stands on no floor\n";
      continue;
    }
    std::ifstream lines(entry.path());
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
      const auto target = included(line);
      if (target.empty()) continue;
      if (begins(target, "<soci/sqlite3/") || begins(target, "<soci/postgresql/") || target == "<sqlite3.h" ||
          target == "<libpq-fe.h")
        with_backends.insert(file);
      const auto why = fault(file, target);
      if (!why.empty()) ++faults, std::cout << file << ':' << number << ": " << target << "> " << why << '\n';
    }
  }
  // SOCI's backend headers bear only one order of inclusion: one header of ours knows it.
  if (with_backends.size() > 1) {
    ++faults, std::cout << "the backends' headers are included by";
    for (const auto& file : with_backends) std::cout << ' ' << file;
    std::cout << ", not by one\n";
  }
  std::cout << headers << " headers, " << faults << " faults\n";
  return faults == 0 && headers > 0 ? 0 : 1;
}
