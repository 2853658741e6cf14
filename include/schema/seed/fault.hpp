// Floor 6. What is wrong with seeds: file:line:column: message, several at once.
#pragma once

#include <schema/runtime/formatted_text.hpp>
#include <schema/seed/csv.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace schema::seed {

struct fault {
  std::string file;
  place at;
  std::string message;

  std::string line() const { return fmt::format("{}:{}:{}: {}", file, at.line, at.column, message); }
};

/// How many faults are told at once.
inline constexpr std::size_t most_faults = 20;

/// Seeds that are refused; nothing was written. what() has a line for each fault.
struct seed_refused : std::runtime_error {
  std::vector<fault> faults;

  explicit seed_refused(std::vector<fault> found)
      : std::runtime_error(describe(found)), faults(std::move(found)) {}

private:
  static std::string describe(const std::vector<fault>& faults) {
    std::string text;
    for (std::size_t i = 0; i < std::min(faults.size(), most_faults); ++i)
      text += (i ? "\n" : "") + faults[i].line();
    if (faults.size() > most_faults) text += "\nand more of them";
    return text;
  }
};

/// Seeding that can't begin or that the database refused; nothing was written. what() is one line.
struct seed_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A set, or the folder of the sets, that is not there.
struct no_such_set : seed_error {
  using seed_error::seed_error;
};

/// Faults as they are found.
class fault_list {
public:
  void add(std::string file, place at, std::string message) {
    faults_.push_back({std::move(file), at, std::move(message)});
  }
  /// There is one more than is told: looking on is of no use.
  bool is_full() const { return faults_.size() > most_faults; }
  bool empty() const { return faults_.empty(); }
  /// Throws seed_refused when there are any.
  void refuse() {
    if (!faults_.empty()) throw seed_refused(std::move(faults_));
  }

private:
  std::vector<fault> faults_;
};

} // namespace schema::seed
