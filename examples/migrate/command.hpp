// The verbs of the driver.
#pragma once

#include <schema/runtime.hpp>

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <string>

namespace migrate {

/// What `migrate` answers its caller with.
enum exit_code : int { fine = 0, failed = 1, usage = 2, pending = 3 };

/// A mistake of the caller: one line, exit code 2.
struct usage_error : std::invalid_argument {
  using std::invalid_argument::invalid_argument;
};

/// What all verbs share. It outlives them.
struct settings {
  std::string database{"sqlite:lms.db"}; ///< may hold a password: parse it, show only what redacted() answers
  bool quiet{};                          ///< errors only
};

/// Checks that an argument is a version: CLI11 alone would take -1 for the greatest number there is.
inline std::string version_fault(const std::string& text) {
  const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
  return digits && !text.empty() && text.size() < 20 ? "" : "a version is a number such as 12";
}

/// A verb stores here what it wants done once the command line is read; it returns the exit code.
using action = std::function<int()>;

void add_up(CLI::App& app, const settings& common, action& chosen);
void add_down(CLI::App& app, const settings& common, action& chosen);
void add_redo(CLI::App& app, const settings& common, action& chosen);
void add_status(CLI::App& app, const settings& common, action& chosen);
void add_plan(CLI::App& app, const settings& common, action& chosen);
void add_seed(CLI::App& app, const settings& common, action& chosen);
void add_pins(CLI::App& app, action& chosen);

/// The steps that this driver carries out.
schema::program steps_for(schema::backend target);

} // namespace migrate
