// status, plan: what changes nothing.
#include "command.hpp"
#include "terminal.hpp"

#include <chrono>
#include <memory>

namespace migrate {

namespace {

text_table::cell state_cell(schema::migration_state state) {
  using enum schema::migration_state;
  switch (state) {
  case applied: return {"applied", colour::green};
  case pending: return {"pending", colour::yellow};
  case interrupted: return {"interrupted", colour::red};
  case changed: return {"changed since", colour::red};
  case unknown: return {"not in this program", colour::red};
  case skipped: return {"skipped", colour::red};
  }
  return {};
}

int show_status(const settings& common, bool check) {
  const auto url = schema::database_url::parse(common.database);
  std::vector<schema::migration_status> list;
  const bool missing =
      url.target() == schema::backend::sqlite && !url.in_memory() && !std::filesystem::exists(url.path());
  {
    // Asking makes no file: one that is not there yet is as good as an empty one.
    schema::connection connection(missing ? schema::database_url::parse("sqlite::memory:") : url);
    list = schema::migrator(connection.session(), steps_for(url.target())).status();
  }
  text_table table;
  table.add({{"version", colour::faint, true},
             {"migration", colour::faint},
             {"state", colour::faint},
             {"applied at", colour::faint},
             {"ms", colour::faint, true}});
  std::size_t applied = 0, waiting = 0, interrupted = 0, wrong = 0;
  for (const auto& status : list) {
    const bool stands = !status.applied_at.empty();
    applied += status.state == schema::migration_state::applied;
    waiting += status.state == schema::migration_state::pending;
    interrupted += status.state == schema::migration_state::interrupted;
    wrong += status.state > schema::migration_state::interrupted;
    table.add({{fmt::format("{}", status.version), colour::plain, true},
               {status.title},
               state_cell(status.state),
               {status.applied_at},
               {stands ? fmt::format("{}", status.duration.count()) : "", colour::plain, true}});
  }
  if (!common.quiet) {
    print(table.text());
    fmt::print("{}{}: {} applied, {} pending{}{}\n", url.redacted(), missing ? " (not made yet)" : "",
               applied, waiting, interrupted ? ", 1 interrupted: up begins with it, down takes it back" : "",
               wrong ? fmt::format(", {} that differ", wrong) : "");
  }
  return check && (waiting || interrupted || wrong) ? exit_code::pending : fine;
}

} // namespace

void add_status(CLI::App& app, const settings& common, action& chosen) {
  const auto check = std::make_shared<bool>(false);
  auto* verb = app.add_subcommand("status", "What is applied and what is pending");
  verb->add_flag("--check", *check, "Answer 3 when something is pending or differs");
  verb->callback([&, check] { chosen = [&common, check] { return show_status(common, *check); }; });
}

void add_plan(CLI::App& app, const settings& common, action& chosen) {
  struct arguments {
    std::string backend;
    std::optional<schema::u64> from, to;
    bool down{};
  };
  const auto given = std::make_shared<arguments>();
  auto* verb =
      app.add_subcommand("plan", "Print the SQL of all migrations, for psql or sqlite3; needs no database");
  verb->add_option("--backend", given->backend, "sqlite or postgresql; else that of --database")
      ->check(CLI::IsMember({"sqlite", "postgresql"}));
  verb->add_option("--from", given->from, "The version that the database is at")->check(version_fault);
  verb->add_option("--to", given->to, "The last version to apply; with --down the one that stays")
      ->check(version_fault);
  verb->add_flag("--down", given->down, "The way down");
  verb->callback([&, given] {
    chosen = [&common, given] {
      const auto target = given->backend.empty()       ? schema::database_url::parse(common.database).target()
                          : given->backend == "sqlite" ? schema::backend::sqlite
                                                       : schema::backend::postgresql;
      const schema::request wanted{.way = given->down ? schema::direction::down : schema::direction::up,
                                   .to = given->down ? given->to.value_or(0) : given->to};
      if (given->from && *given->from && !schema::find_step(steps_for(target), *given->from))
        throw usage_error(fmt::format("there is no migration {} to start from", *given->from));
      const std::string script =
          schema::plan(steps_for(target), wanted, given->from,
                       {.program = "migrate", .lock_timeout = std::chrono::seconds(5)});
      print(script.empty() ? "-- nothing to do\n" : script);
      return fine;
    };
  });
}

/// The checksums are those of the definitions: the same for every backend.
void add_pins(CLI::App& app, action& chosen) {
  auto* verb =
      app.add_subcommand("pins", "Print the pins of all migrations, to paste once they are released");
  verb->callback([&chosen] {
    chosen = [] {
      const schema::program steps = steps_for(schema::backend::postgresql);
      for (schema::u32 i = 0; i < steps.count; ++i)
        fmt::print("{:>4}  pinned<{:#018x}>,  {}\n", steps.steps[i].version, steps.steps[i].checksum,
                   std::string_view(steps.steps[i].title));
      return fine;
    };
  });
}

} // namespace migrate
