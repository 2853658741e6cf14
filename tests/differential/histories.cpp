// Histories are true: what the fold accepts, both databases accept, with rows in the tables; after every step
// up and down the catalogue is what the timeline says, the rows that should survive do, and both databases
// hold the same. What the fold refuses a database refuses as well, or the rule is stricter on purpose.
// SCHEMA_DIFFERENTIAL_COUNT and SCHEMA_DIFFERENTIAL_SEED ask for more histories, and for others.
#include <tests/differential/refused_on_purpose.hpp>
#include <tests/differential/setting.hpp>
#include <tests/differential/trial.hpp>
#include <tests/runtime/database.hpp>

namespace {

using test::outcome;

/// What happened in a run.
struct tally {
  std::size_t histories{}, operations{}, steps{}, emptied{}, interrupted{}, stopped{}, rows{}, values{},
      one_alone{}, views{}, view_rows{};
  std::map<std::string, std::size_t> kinds;
  struct attempts {
    std::size_t tried{}, taken[2]{}, by_both{}, by_rows[2]{}, not_asked{};
  };
  std::map<schema::rule, attempts> refused;
  std::vector<std::string> faults;
};

/// A history on both databases, side by side.
class pair_of_trials {
public:
  pair_of_trials(const test::generated_history& history, soci::session& postgresql, soci::session& sqlite,
                 tally& told)
      : history_(history),
        of_chance_(test::columns_of_chance(history.line())), both_{test::trial(history, postgresql),
                                                                   test::trial(history, sqlite)},
        tally_(told) {}

  /// What went wrong; empty when nothing did.
  std::string run() {
    const auto fault = there_and_back();
    tally_.interrupted += both_[0].interrupted();
    return fault;
  }

private:
  std::string there_and_back() {
    attempts(0);
    for (schema::u32 i = 1; i <= history_.size(); ++i) {
      if (const auto fault = step(i - 1, false); !fault.empty()) return fmt::format("up to {}: {}", i, fault);
      if (stopped_) return {};
      if (const auto fault = fill(line().last_instants[i]); !fault.empty())
        return fmt::format("rows at {}: {}", i, fault);
      attempts(i);
    }
    for (schema::u32 i = history_.size(); i > 0 && !stopped_ && !both_[0].is_irreversible(i - 1); --i)
      if (const auto fault = step(i - 1, true); !fault.empty())
        return fmt::format("down from {}: {}", i, fault);
    return {};
  }

  const test::fuzzed_timeline& line() const { return history_.line(); }

  std::string step(schema::u32 migration, bool down) {
    const schema::u32 was = line().last_instants[migration + down],
                      is = line().last_instants[migration + !down];
    ++tally_.steps;
    test::all_rows before[2]{both_[0].rows(was), both_[1].rows(was)};
    std::string errors[2];
    outcome found[2];
    const auto effect = test::effect_of_step(history_, migration, down);
    for (int i : {0, 1}) {
      found[i] = both_[i].step(migration, down, errors[i]);
      if (found[i] == outcome::refused) return fmt::format("{}: {}", both_[i].name(), errors[i]);
    }
    if (found[0] != outcome::done || found[1] != outcome::done) {
      // The rows don't fit what is asked of them: it is no fault of the step.
      ++tally_.emptied;
      if (found[0] != found[1]) {
        ++tally_.one_alone;
        if (!effect.by_expression && !effect.ties_and_unties && !is_of_chance(effect.tables, is))
          return fmt::format("{} alone minds the rows: {}", both_[found[1] == outcome::by_rows].name(),
                             errors[0] + errors[1]);
      }
      for (int i : {0, 1}) {
        both_[i].empty(found[i] == outcome::done ? is : was);
        if (found[i] != outcome::done) found[i] = both_[i].step(migration, down, errors[i]);
        if (found[i] == outcome::by_rows && effect.by_expression)
          ++tally_.stopped, stopped_ = true; // a constant that overflows
        else if (found[i] != outcome::done)
          return fmt::format("{} (without rows): {}", both_[i].name(), errors[i]);
        before[i] = {};
      }
    }
    if (stopped_) return {};
    test::all_rows after[2];
    for (int i : {0, 1}) {
      if (const auto fault = both_[i].differs(is); !fault.empty())
        return fmt::format("{}: {}", both_[i].name(), fault);
      after[i] = both_[i].rows(is);
      if (const auto fault = test::loss(line(), was, is, effect, before[i], after[i]); !fault.empty())
        return fmt::format("{}: {}", both_[i].name(), fault);
      for (const auto& [t, rows] : before[i]) tally_.rows += rows.size();
    }
    if (const auto fault = test::difference(line(), is, of_chance_, after[0], after[1], tally_.values);
        !fault.empty())
      return fault;
    for (int i : {0, 1}) after[i] = both_[i].view_rows(is);
    for (int i : {0, 1}) // what fails on one database has no rows to compare
      std::erase_if(after[i], [&](const auto& view) { return !after[!i].contains(view.first); });
    tally_.views += after[0].size();
    for (const auto& [v, rows] : after[0]) tally_.view_rows += rows.size();
    return test::difference(line(), is, of_chance_, after[0], after[1], tally_.values);
  }

  /// Two rows more in every table that takes them.
  std::string fill(schema::u32 instant) {
    for (schema::table_id t = 0; t < line().table_count; ++t) {
      if (!line().tables[t].alive.holds(instant) || line().tables[t].is_view) continue;
      for (int row = 0; row < 2; ++row) {
        ++number_;
        std::string errors[2];
        outcome found[2];
        for (int i : {0, 1}) {
          found[i] = both_[i].insert(t, instant, number_, errors[i]);
          if (found[i] == outcome::refused) return fmt::format("{}: {}", both_[i].name(), errors[i]);
        }
        if (found[0] == found[1]) continue;
        const bool on_sqlite = found[1] == outcome::by_rows;
        if (!is_of_chance({t}, instant) && !has_generated(t, instant) && !has_unproven(t, instant))
          return fmt::format("{} alone minds a row: {}", both_[on_sqlite].name(), errors[on_sqlite]);
        both_[!on_sqlite].remove(t, instant, number_);
      }
    }
    return {};
  }

  /// Whether tables have columns whose values differ from one database to the other.
  bool is_of_chance(const std::set<schema::table_id>& tables, schema::u32 instant) const {
    bool found = false;
    for (const auto t : tables)
      test::each_column_at(line(), t, instant, [&](schema::column_id c, const schema::column_span&) {
        found = found || of_chance_.contains(c);
      });
    return found;
  }

  bool has_generated(schema::table_id t, schema::u32 instant) const {
    bool found = false;
    test::each_column_at(line(), t, instant, [&](schema::column_id, const schema::column_span& c) {
      found = found || c.generated;
    });
    return found;
  }

  /// Whether a table has a constraint that is not valid, which PostgreSQL alone holds new rows to.
  bool has_unproven(schema::table_id t, schema::u32 instant) const {
    for (auto o = line().tables[t].first_object; o >= 0; o = line().objects[o].next)
      if (line().objects[o].alive.holds(instant) && schema::is_not_valid(line().objects[o].terms))
        return true;
    return false;
  }

  void attempts(schema::u32 after) {
    for (const auto& a : history_.attempts()) {
      if (a.after != after) continue;
      auto& told = tally_.refused[a.found.broken];
      ++told.tried;
      std::string errors[2];
      bool takes[2]{};
      for (int i : {0, 1}) {
        const auto found = both_[i].attempt(a, errors[i]);
        takes[i] = found == outcome::done;
        told.taken[i] += takes[i];
        told.by_rows[i] += found == outcome::by_rows;
        told.not_asked += !found;
      }
      told.by_both += takes[0] && takes[1];
      if ((takes[0] || takes[1]) && !test::is_on_purpose(a.found.broken, takes[0], takes[1]))
        tally_.faults.push_back(fmt::format("refused by the library alone, {} taken by {}: {} after {}\n{}",
                                            test::rule_names[std::size_t(a.found.broken)],
                                            takes[0] ? takes[1] ? "both" : "PostgreSQL" : "SQLite",
                                            described(a), after, history_.text()));
    }
  }

  static std::string described(const test::attempt& a) {
    return fmt::format("{} {} {} {} {}",
                       std::string_view(schema::operation_words[schema::u8(a.operations.back()->kind)]),
                       std::string_view(a.found.path().view()), std::string_view(a.found.other.view()),
                       std::string_view(a.found.hint.view()),
                       std::string_view(a.found.text ? a.found.text : "", a.found.text_size));
  }

  const test::generated_history& history_;
  std::set<schema::column_id> of_chance_;
  test::trial both_[2];
  tally& tally_;
  int number_{};
  bool stopped_{}; ///< a constant expression of a step fails on PostgreSQL, rows or none
};

void tell(const tally& told, std::size_t first) {
  fmt::print(
      "seeds {} to {}: {} operations, {} steps up and down; {} rows and {} values survived or changed as "
      "the model says\n",
      first, first + told.histories - 1, told.operations, told.steps, told.rows, told.values);
  fmt::print("the rows asked for others in {} steps, of which {} on one database alone; {} steps were "
             "interrupted first; {} histories ended at a "
             "constant that fails\n",
             told.emptied, told.one_alone, told.interrupted, told.stopped);
  fmt::print("views were read {} times, {} rows\n", told.views, told.view_rows);
  for (const auto& [kind, count] : told.kinds) fmt::print("  {} {}\n", kind, count);
  fmt::print(
      "refused by the library: tried, taken by PostgreSQL, by SQLite, by both; refused for rows alone\n");
  for (const auto& [broken, a] : told.refused)
    fmt::print("  {}: {}, {}, {}, {}; {}, {}\n", test::rule_names[std::size_t(broken)], a.tried, a.taken[0],
               a.taken[1], a.by_both, a.by_rows[0], a.by_rows[1]);
}

/// As it was before the first step.
void reset(soci::session& session) {
  schema::native::run(session,
                      "SET client_min_messages = warning; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
}

} // namespace

TEST_CASE("what the fold accepts both databases accept, and stand as it says, up and down, rows and all") {
  if (!test::postgresql_database::available()) return;
  const std::size_t wanted = test::setting("SCHEMA_DIFFERENTIAL_COUNT", 12);
  const std::size_t first = test::setting("SCHEMA_DIFFERENTIAL_SEED", 1);
  const std::size_t faults = test::setting("SCHEMA_DIFFERENTIAL_FAULTS", 3);
  test::postgresql_database postgresql;
  schema::connection on_postgresql{postgresql.url()};
  tally told;
  for (std::size_t seed = first; seed < first + wanted; ++seed) {
    test::generated_history history(seed);
    history.grow(20 + seed % 15, faults);
    ++told.histories;
    told.operations += history.operations();
    CHECK(history.operations() >= 20);
    for (schema::u32 at = 1; at <= history.line().now; ++at) {
      const auto& record = history.line().instants[at];
      std::string kind(schema::operation_words[schema::u8(record.done->kind)]);
      if (record.done->kind == schema::operation_kind::add_column &&
          history.line().column_at(record.column, at).generated)
        kind += ", generated";
      if (record.declared) kind = "effect of execute";
      if (record.done->kind == schema::operation_kind::alter_column && !record.declared)
        if (const auto& is = schema::altered_span(history.line(), at); is.conversion)
          kind += is.reverse ? " by conversion, there and back" : " by conversion";
      ++told.kinds[kind];
    }
    reset(on_postgresql.session());
    schema::connection memory{std::string_view("sqlite::memory:")};
    const auto fault = pair_of_trials(history, on_postgresql.session(), memory.session(), told).run();
    if (!fault.empty()) told.faults.push_back(fmt::format("seed {}, {}\n{}", seed, fault, history.text()));
  }
  tell(told, first);
  for (std::size_t i = 0; i < told.faults.size() && i < 10; ++i) UNSCOPED_INFO(told.faults[i]);
  CHECK(told.faults.empty());
  if (wanted < 12) return; // too few for each of them
  for (std::size_t i = 0; i < test::rule_count; ++i) {
    INFO(test::rule_names[i]);
    if (test::is_made(schema::rule(i))) CHECK(told.refused[schema::rule(i)].tried > wanted / 100);
  }
}
