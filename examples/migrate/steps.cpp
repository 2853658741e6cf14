// up, down, redo: what changes the database.
#include "command.hpp"
#include "terminal.hpp"

#include <chrono>
#include <memory>

namespace migrate {

namespace {

/// The database of a dry run: a file that is not there yet is as good as an empty one, and is not made.
schema::database_url without_making(const schema::database_url& url) {
  if (url.target() == schema::backend::sqlite && !url.in_memory() && !std::filesystem::exists(url.path()))
    return schema::database_url::parse("sqlite::memory:");
  return url;
}

/// One line a step; on a terminal the step that runs is shown while it does.
void show(const schema::progress& now) {
  using schema::progress_kind;
  if (now.kind == progress_kind::waiting) {
    fmt::print(stderr, "waiting for another migrator\n");
    return;
  }
  const std::string_view way = now.way == schema::direction::up ? "up" : "down";
  if (now.kind == progress_kind::started) {
    if (on_terminal())
      fmt::print("… {:4} {:>4}  {} ({} of {})", way, now.step->version, now.step->title, now.number,
                 now.count);
  } else {
    fmt::print("{}{} {:4} {:>4}  {}  {}\n", on_terminal() ? "\r\033[K" : "", paint(colour::green, "✓"), way,
               now.step->version, now.step->title,
               paint(colour::faint, fmt::format("{} ms", now.duration.count())));
  }
  std::fflush(stdout);
}

schema::migrator_options options_for(const settings& common) {
  schema::migrator_options options{.program = "migrate",
                                   .lock_wait = std::chrono::seconds(60),
                                   .lock_timeout = std::chrono::seconds(5),
                                   .lock_retries = 3,
                                   .observer = {}};
  if (!common.quiet) options.observer = show;
  return options;
}

void tell_result(schema::migrator& migrator, const schema::database_url& url,
                 const std::vector<schema::carried_out>& done) {
  schema::u64 version = 0;
  for (const auto& status : migrator.status())
    if (status.state == schema::migration_state::applied) version = status.version;
  const std::string at = version ? fmt::format("at version {}", version) : "empty";
  if (done.empty())
    fmt::print("{}: nothing to do, {}\n", url.redacted(), at);
  else
    fmt::print("{}: {} step{}, now {}\n", url.redacted(), done.size(), done.size() == 1 ? "" : "s", at);
}

using work = std::function<std::vector<schema::carried_out>(schema::migrator&)>;
using rehearsal = std::function<std::string(schema::migrator&)>;

int carry_out(const settings& common, bool dry, bool may_create, const schema::request& wanted,
              const rehearsal& rehearse, const work& run) {
  const auto url = schema::database_url::parse(common.database);
  schema::refuse_unknown_version(steps_for(url.target()), wanted); // before a file is made for it
  schema::connection connection(dry && may_create ? without_making(url) : url,
                                {.busy_timeout = std::chrono::seconds(60),
                                 .application_name = "migrate",
                                 .create = may_create && !dry});
  schema::migrator migrator(connection.session(), steps_for(url.target()), options_for(common));
  if (dry) {
    const std::string script = rehearse(migrator);
    print(script.empty() ? "-- nothing to do\n" : script);
    return fine;
  }
  std::vector<schema::carried_out> done;
  try {
    done = run(migrator);
  } catch (...) {
    if (!common.quiet && on_terminal()) print("\r\033[K");
    throw;
  }
  if (!common.quiet) tell_result(migrator, url, done);
  return fine;
}

} // namespace

void add_up(CLI::App& app, const settings& common, action& chosen) {
  struct arguments {
    std::optional<schema::u64> to;
    bool dry{};
  };
  const auto given = std::make_shared<arguments>();
  auto* verb = app.add_subcommand("up", "Apply what is pending");
  verb->add_option("--to", given->to, "The last version to apply")->check(version_fault);
  verb->add_flag("--dry-run", given->dry, "Connect and check, print what would run, change nothing");
  verb->callback([&, given] {
    chosen = [&common, given] {
      const schema::request wanted{.way = schema::direction::up, .to = given->to};
      return carry_out(
          common, given->dry, true, wanted, [&](auto& migrator) { return migrator.dry_run(wanted); },
          [&](auto& migrator) { return migrator.run(wanted); });
    };
  });
}

void add_down(CLI::App& app, const settings& common, action& chosen) {
  struct arguments {
    std::optional<schema::u64> to;
    schema::u32 steps{1};
    bool dry{};
  };
  const auto given = std::make_shared<arguments>();
  auto* verb = app.add_subcommand("down", "Take migrations back, the last one unless told otherwise");
  auto* to =
      verb->add_option("--to", given->to, "The version that stays; 0 takes back all")->check(version_fault);
  verb->add_option("--steps", given->steps, "How many to take back")
      ->excludes(to)
      ->check(CLI::PositiveNumber);
  verb->add_flag("--dry-run", given->dry, "Connect and check, print what would run, change nothing");
  verb->callback([&, given] {
    chosen = [&common, given] {
      const schema::request wanted{.way = schema::direction::down, .to = given->to, .steps = given->steps};
      return carry_out(
          common, given->dry, false, wanted, [&](auto& migrator) { return migrator.dry_run(wanted); },
          [&](auto& migrator) { return migrator.run(wanted); });
    };
  });
}

void add_redo(CLI::App& app, const settings& common, action& chosen) {
  const auto dry = std::make_shared<bool>(false);
  auto* verb = app.add_subcommand("redo", "Take the last migration back and apply it again");
  verb->add_flag("--dry-run", *dry, "Connect and check, print what would run, change nothing");
  verb->callback([&, dry] {
    chosen = [&common, dry] {
      return carry_out(
          common, *dry, false, {}, [](auto& migrator) { return migrator.dry_run_redo(); },
          [](auto& migrator) { return migrator.redo(); });
    };
  });
}

} // namespace migrate
