// seed: fills the tables with rows that are part of this program, or with those of a folder.
#include "command.hpp"
#include "terminal.hpp"

#include <schema/lms/seeds.hpp>
#include <schema/seed/loader.hpp>

#include <boost/hana/accessors.hpp>
#include <boost/hana/first.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/second.hpp>
#include <boost/hana/string.hpp>

#include <memory>

namespace migrate {

namespace {

namespace seed = schema::seed;

struct arguments {
  std::vector<std::string> sets;
  std::string from;
  std::string password_file;
  bool prune{}, dry_run{};
};

/// The set of this program, or of the folder that is given.
seed::seed_set find_set(const arguments& given, const std::string& name, seed::fault_list& faults) {
  if (given.from.empty()) return seed::find_set(lms::seeds::all(), name, faults);
  return seed::read_set(given.from, name, faults);
}

/// Seeds fit the tables as this program knows them: all migrations must be there.
void refuse_pending(soci::session& session, schema::backend target) {
  std::size_t pending = 0, wrong = 0;
  for (const auto& status : schema::migrator(session, steps_for(target)).status()) {
    pending += status.state == schema::migration_state::pending ||
               status.state == schema::migration_state::interrupted;
    wrong += status.state > schema::migration_state::interrupted;
  }
  if (wrong) throw seed::seed_error("the database differs from this program's history; see: migrate status");
  if (pending)
    throw seed::seed_error(fmt::format("{} migration{} pending; run first: migrate up", pending,
                                       pending == 1 ? " is" : "s are"));
}

/// Each name once, in the order given.
std::vector<std::string> without_repeats(const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const auto& name : names)
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
  return out;
}

colour colour_of(std::string_view what) {
  return what == "inserted"  ? colour::green
         : what == "updated" ? colour::yellow
         : what == "pruned"  ? colour::red
                             : colour::plain;
}

void show(const seed::seed_report& report, const arguments& given, const schema::database_url& url) {
  constexpr auto counted = boost::hana::accessors<seed::row_counts>();
  text_table table;
  std::vector<text_table::cell> heading{{"set", colour::faint}, {"table", colour::faint}};
  boost::hana::for_each(counted, [&](auto member) {
    heading.push_back({boost::hana::first(member).c_str(), colour::faint, true});
  });
  table.add(heading);
  std::size_t changes = 0, left = 0, elsewhere = 0;
  std::vector<seed::table_report> entries;
  for (const auto& set : without_repeats(given.sets))
    for (const auto& t : report.tables)
      if (t.set == set) entries.push_back(t);
  for (const auto& t : entries) {
    std::vector<text_table::cell> line{{t.set}, {t.table}};
    boost::hana::for_each(counted, [&](auto member) {
      const std::size_t count = boost::hana::second(member)(t.rows);
      line.push_back({count ? std::to_string(count) : "",
                      count ? colour_of(boost::hana::first(member).c_str()) : colour::plain, true});
    });
    table.add(line);
    changes += t.rows.changes();
    left += t.left;
    elsewhere += t.elsewhere;
  }
  print(table.text());
  if (elsewhere)
    fmt::print("{} more {} to another set, untouched\n", elsewhere,
               elsewhere == 1 ? "row belongs" : "rows belong");
  if (left)
    fmt::print("{} {} left in the database that the files no longer hold; --prune deletes {}\n", left,
               left == 1 ? "row is" : "rows are", left == 1 ? "it" : "them");
  fmt::print("{}: {}\n", url.redacted(),
             changes == 0    ? "nothing to change"
             : given.dry_run ? "a dry run, nothing was changed"
                             : "seeded");
}

int run(const settings& common, const arguments& given) {
  const auto url = schema::database_url::parse(common.database);
  seed::fault_list faults;
  std::vector<seed::seed_set> sets;
  try {
    for (const auto& name : without_repeats(given.sets)) sets.push_back(find_set(given, name, faults));
  } catch (const seed::no_such_set& error) {
    throw usage_error(error.what());
  }
  schema::connection_options opening;
  opening.create = false;
  schema::connection connection(url, opening);
  refuse_pending(connection.session(), url.target());
  seed::seed_options options;
  options.prune = given.prune;
  options.dry_run = given.dry_run;
  options.admin_password = [&given] { return seed::ask_password(given.password_file); };
  try {
    const auto report =
        seed::load(connection.session(), seed::seed_facts<lms::tables>(), sets, options, faults);
    if (!common.quiet) show(report, given, url);
    return fine;
  } catch (const seed::seed_refused& refused) {
    fmt::print(stderr, "{}\nmigrate: nothing was written\n", url.without_secrets(refused.what()));
    return failed;
  }
}

} // namespace

void add_seed(CLI::App& app, const settings& common, action& chosen) {
  const auto given = std::make_shared<arguments>();
  given->sets = {"baseline"};
  auto* verb = app.add_subcommand(
      "seed", "Load rows that are part of this program; again, and only what was edited is written");
  verb->add_option("SET", given->sets, "The sets to load")->capture_default_str();
  verb->add_option("--from", given->from, "A folder of sets, instead of those of this program");
  verb->add_flag("--prune", given->prune, "Delete rows that a set wrote and its files no longer hold");
  verb->add_flag("--dry-run", given->dry_run,
                 "Check everything and say what would be done, but change nothing");
  verb->add_option("--admin-password-file", given->password_file,
                   "The admin's password, else SCHEMA_ADMIN_PASSWORD, else asked for when it is needed");
  verb->callback([&, given] { chosen = [&common, given] { return run(common, *given); }; });
}

} // namespace migrate
