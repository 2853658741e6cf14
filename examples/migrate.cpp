// migrate: brings a database to the schema that this program was compiled with.
#include "migrate/command.hpp"
#include "migrate/terminal.hpp"

#include <schema/text/edit_distance.hpp>

namespace {

using namespace migrate;

constexpr std::string_view verbs[] = {"up", "down", "redo", "status", "plan", "seed", "pins"};

/// An argument that was not expected, when it is surely a word; anything else might be a URL with a password.
std::string describe_extra(const CLI::App& app, const std::vector<std::string>& extras) {
  const std::string& word = extras.front();
  if (version_fault(word).empty()) return fmt::format("a version follows --to: --to {}", word);
  for (char c : word)
    if ((c < 'a' || c > 'z') && c != '-') return "an argument was not expected here";
  if (word.front() == '-' || !app.get_subcommands().empty())
    return fmt::format("'{}' was not expected here", word);
  std::string_view nearest = verbs[0];
  for (std::string_view verb : verbs)
    if (schema::edit_distance(word, verb) < schema::edit_distance(word, nearest)) nearest = verb;
  if (schema::edit_distance(word, nearest) > 2)
    return fmt::format("there is no verb '{}': up, down, redo, status, plan, seed or pins", word);
  return fmt::format("there is no verb '{}'; did you mean '{}'?", word, nearest);
}

/// CLI11 repeats what was typed; a URL among it is left out.
std::string without_urls(std::string text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string_view word(text.data() + at, end - at);
    const bool secret =
        word.find("://") != std::string_view::npos || word.find("password") != std::string_view::npos;
    if (secret) text.replace(at, end - at, "***");
    at = (secret ? at + 3 : end) + 1;
  }
  return text;
}

int complain(std::string line, int code) {
  while (!line.empty() && line.back() == '\n') line.pop_back();
  fmt::print(stderr, "migrate: {}\n", line);
  return code;
}

/// Reads the command line. Returns the exit code when there is nothing more to do.
std::optional<int> read_arguments(CLI::App& app, int count, char** arguments) {
  try {
    app.parse(count, arguments);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const CLI::CallForAllHelp& help) {
    return app.exit(help);
  } catch (const CLI::ExtrasError&) {
    const auto extras = app.remaining(true);
    return complain(extras.empty() ? "an argument was not expected here" : describe_extra(app, extras),
                    usage);
  } catch (const CLI::ParseError& error) {
    return complain(without_urls(error.what()), usage);
  }
  return {};
}

/// A message of any origin, the password of the database taken out.
std::string safe(const settings& common, const char* message) {
  try {
    return schema::database_url::parse(common.database).without_secrets(message);
  } catch (const schema::database_url_error&) {
    return message; // it holds no part of the URL
  }
}

} // namespace

int main(int count, char** arguments) {
  CLI::App app("Migrates a database to the schema of this program, and fills it.", "migrate");
  settings common;
  action chosen;
  app.add_option("--database", common.database,
                 "sqlite:path, sqlite::memory:, postgresql://user@host/name or host=… dbname=…")
      ->envname("DATABASE_URL")
      ->capture_default_str();
  app.add_flag("-q,--quiet", common.quiet, "Print errors only");
  app.require_subcommand(0, 1);
  app.fallthrough();
  add_up(app, common, chosen);
  add_down(app, common, chosen);
  add_redo(app, common, chosen);
  add_status(app, common, chosen);
  add_plan(app, common, chosen);
  add_seed(app, common, chosen);
  add_pins(app, chosen);

  if (const auto code = read_arguments(app, count, arguments)) return *code;
  if (!chosen)
    return complain("a verb is needed: up, down, redo, status, plan, seed or pins (migrate --help)", usage);
  try {
    return chosen();
  } catch (const usage_error& error) {
    return complain(safe(common, error.what()), usage);
  } catch (const schema::database_url_error& error) {
    return complain(error.what(), usage);
  } catch (const schema::migration_refused& refused) {
    return complain(safe(common, refused.what()),
                    refused.reason == schema::migration_refusal::no_such_version ? usage : failed);
  } catch (const std::exception& error) {
    return complain(safe(common, error.what()), failed);
  }
}
