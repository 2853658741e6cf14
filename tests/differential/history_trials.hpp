// Histories at random on the databases that they are for: what becomes of their steps, rows and faults.
#pragma once

#include <tests/differential/refused_on_purpose.hpp>
#include <tests/differential/setting.hpp>
#include <tests/differential/trial.hpp>
#include <tests/runtime/database.hpp>

namespace test {

/// What happened in a run.
struct tally {
  std::size_t histories{}, operations{}, steps{}, emptied{}, interrupted{}, rows{}, values{}, one_alone{},
      views{}, view_rows{};
  std::map<std::string, std::size_t> kinds;
  struct attempts {
    std::size_t tried{}, taken[2]{}, by_both{}, by_rows[2]{}, not_asked{};
  };
  std::map<schema::rule, attempts> refused;
  std::vector<std::string> faults;
};

/// A history on both databases, side by side, or on PostgreSQL alone.
class history_trials {
public:
  history_trials(const generated_history& history, std::vector<soci::session*> sessions, tally& told)
      : history_(history), of_chance_(columns_of_chance(history.line())), tally_(told) {
    for (auto* session : sessions) all_.emplace_back(history, *session);
  }

  /// What went wrong; empty when nothing did.
  std::string run() {
    const auto fault = there_and_back();
    tally_.interrupted += all_[0].interrupted();
    return fault;
  }

private:
  std::string there_and_back() {
    attempts(0);
    for (schema::u32 i = 1; i <= history_.size(); ++i) {
      if (const auto fault = step(i - 1, false); !fault.empty()) return fmt::format("up to {}: {}", i, fault);
      if (const auto fault = fill(line().last_instants[i]); !fault.empty())
        return fmt::format("rows at {}: {}", i, fault);
      attempts(i);
    }
    for (schema::u32 i = history_.size(); i > 0 && !all_[0].is_irreversible(i - 1); --i)
      if (const auto fault = step(i - 1, true); !fault.empty())
        return fmt::format("down from {}: {}", i, fault);
    return {};
  }

  const fuzzed_timeline& line() const { return history_.line(); }
  /// One database has no other to differ from.
  template <class Result> void agree_with_itself(Result (&results)[2]) const {
    if (all_.size() == 1) results[1] = results[0];
  }

  std::string step(schema::u32 migration, bool down) {
    const schema::u32 was = line().last_instants[migration + down],
                      is = line().last_instants[migration + !down];
    ++tally_.steps;
    all_rows before[2];
    for (std::size_t i = 0; i < all_.size(); ++i) before[i] = all_[i].rows(was);
    std::string errors[2];
    outcome found[2];
    const auto effect = effect_of_step(history_, migration, down);
    for (std::size_t i = 0; i < all_.size(); ++i) {
      found[i] = all_[i].step(migration, down, errors[i]);
      if (found[i] == outcome::refused) return fmt::format("{}: {}", all_[i].name(), errors[i]);
    }
    agree_with_itself(found);
    if (found[0] != outcome::done || found[1] != outcome::done) {
      // The rows don't fit what is asked of them: it is no fault of the step.
      ++tally_.emptied;
      if (found[0] != found[1]) {
        ++tally_.one_alone;
        if (!effect.by_expression && !effect.ties_and_unties && !is_of_chance(effect.tables, is))
          return fmt::format("{} alone minds the rows: {}", all_[found[1] == outcome::by_rows].name(),
                             errors[0] + errors[1]);
      }
      for (std::size_t i = 0; i < all_.size(); ++i) {
        all_[i].empty(found[i] == outcome::done ? is : was);
        if (found[i] != outcome::done) found[i] = all_[i].step(migration, down, errors[i]);
        if (found[i] != outcome::done) return fmt::format("{} (without rows): {}", all_[i].name(), errors[i]);
        before[i] = {};
      }
    }
    all_rows after[2];
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (const auto fault = all_[i].differs(is); !fault.empty())
        return fmt::format("{}: {}", all_[i].name(), fault);
      after[i] = all_[i].rows(is);
      if (const auto fault = loss(line(), was, is, effect, before[i], after[i]); !fault.empty())
        return fmt::format("{}: {}", all_[i].name(), fault);
      for (const auto& [t, rows] : before[i]) tally_.rows += rows.size();
    }
    agree_with_itself(after);
    if (const auto fault = difference(line(), is, of_chance_, after[0], after[1], tally_.values);
        !fault.empty())
      return fault;
    for (std::size_t i = 0; i < all_.size(); ++i) after[i] = all_[i].view_rows(is);
    agree_with_itself(after);
    for (std::size_t i = 0; i < all_.size(); ++i) // what fails on one database has no rows to compare
      std::erase_if(after[i], [&](const auto& view) { return !after[!i].contains(view.first); });
    tally_.views += after[0].size();
    for (const auto& [v, rows] : after[0]) tally_.view_rows += rows.size();
    return difference(line(), is, of_chance_, after[0], after[1], tally_.values);
  }

  /// Two rows more in every table that takes them.
  std::string fill(schema::u32 instant) {
    for (schema::table_id t = 0; t < line().table_count; ++t) {
      if (!line().tables[t].alive.holds(instant) || line().tables[t].is_view) continue;
      for (int row = 0; row < 2; ++row) {
        ++number_;
        std::string errors[2];
        outcome found[2];
        for (std::size_t i = 0; i < all_.size(); ++i) {
          found[i] = all_[i].insert(t, instant, number_, errors[i]);
          if (found[i] == outcome::refused) return fmt::format("{}: {}", all_[i].name(), errors[i]);
        }
        agree_with_itself(found);
        if (found[0] == found[1]) continue;
        const bool on_sqlite = found[1] == outcome::by_rows;
        step_effect effect;
        effect.gain(line(), t, instant);
        if (!is_of_chance(effect.gains, instant) && std::ranges::none_of(effect.gains, [&](auto written) {
              return has_generated(written, instant) || has_unproven(written, instant);
            }))
          return fmt::format("{} alone minds a row: {}", all_[on_sqlite].name(), errors[on_sqlite]);
        all_[!on_sqlite].remove(t, instant, number_);
      }
    }
    return {};
  }

  /// Whether tables have columns whose values differ from one database to the other.
  bool is_of_chance(const std::set<schema::table_id>& tables, schema::u32 instant) const {
    bool found = false;
    for (const auto t : tables)
      each_column_at(line(), t, instant, [&](schema::column_id c, const schema::column_span&) {
        found = found || of_chance_.contains(c);
      });
    return found;
  }

  bool has_generated(schema::table_id t, schema::u32 instant) const {
    bool found = false;
    each_column_at(line(), t, instant,
                   [&](schema::column_id, const schema::column_span& c) { found = found || c.generated; });
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
      for (std::size_t i = 0; i < all_.size(); ++i) {
        const auto found = all_[i].attempt(a, errors[i]);
        takes[i] = found == outcome::done;
        told.taken[i] += takes[i];
        told.by_rows[i] += found == outcome::by_rows;
        told.not_asked += !found;
      }
      told.by_both += takes[0] && takes[1];
      if ((takes[0] || takes[1]) && !is_on_purpose(a.found.broken, takes[0], takes[1]))
        tally_.faults.push_back(fmt::format("refused by the library alone, {} taken by {}: {} after {}\n{}",
                                            rule_names[std::size_t(a.found.broken)],
                                            takes[0] ? takes[1] ? "both" : "PostgreSQL" : "SQLite",
                                            described(a), after, history_.text()));
    }
  }

  static std::string described(const attempt& a) {
    return fmt::format("{} {} {} {} {}",
                       std::string_view(schema::operation_words[schema::u8(a.operations.back()->kind)]),
                       std::string_view(a.found.path().view()), std::string_view(a.found.other.view()),
                       std::string_view(a.found.hint.view()),
                       std::string_view(a.found.text ? a.found.text : "", a.found.text_size));
  }

  const generated_history& history_;
  std::set<schema::column_id> of_chance_;
  std::deque<trial> all_;
  tally& tally_;
  int number_{};
};

inline void tell(const tally& told, std::size_t first) {
  fmt::print(
      "seeds {} to {}: {} operations, {} steps up and down; {} rows and {} values survived or changed as "
      "the model says\n",
      first, first + told.histories - 1, told.operations, told.steps, told.rows, told.values);
  fmt::print("the rows asked for others in {} steps, of which {} on one database alone; {} steps were "
             "interrupted first\n",
             told.emptied, told.one_alone, told.interrupted);
  fmt::print("views were read {} times, {} rows\n", told.views, told.view_rows);
  for (const auto& [kind, count] : told.kinds) fmt::print("  {} {}\n", kind, count);
  fmt::print(
      "refused by the library: tried, taken by PostgreSQL, by SQLite, by both; refused for rows alone\n");
  for (const auto& [broken, a] : told.refused)
    fmt::print("  {}: {}, {}, {}, {}; {}, {}\n", rule_names[std::size_t(broken)], a.tried, a.taken[0],
               a.taken[1], a.by_both, a.by_rows[0], a.by_rows[1]);
}

/// As it was before the first step.
inline void reset(soci::session& session) {
  schema::native::run(session,
                      "SET client_min_messages = warning; DROP SCHEMA public CASCADE; CREATE SCHEMA public; "
                      "DROP SCHEMA IF EXISTS audit, side CASCADE");
}

/// Of what an operation works on, and what it says: whether that is in a schema.
inline const char* place_of(const schema::operation& o) {
  if (o.kind == schema::operation_kind::rename_table && !(o.table->place() == o.to->place()))
    return ", to another schema";
  if (o.kind == schema::operation_kind::data || schema::folding::is_of_view(o.kind)) {
    for (schema::u16 i = 0; o.up && i < o.up->tree->node_count; ++i)
      if (o.up->tree->nodes[i].kind == schema::sql::node_kind::source &&
          o.up->tree->nodes[i].operation == schema::sql::binary_operator::dot)
        return ", names one in a schema";
  }
  return (o.table && o.table->is_pair()) || (o.from && o.from->is_pair()) ? ", in a schema" : "";
}

inline void count_kinds(const generated_history& history, tally& told) {
  const auto& line = history.line();
  for (schema::object_id o = 0; o < line.object_count; ++o)
    if (line.objects[o].kind == schema::part_kind::foreign_key &&
        !(line.last_name(line.objects[o].table)->place() == line.last_name(line.objects[o].target)->place()))
      ++told.kinds["(foreign keys from one schema to another)"];
  for (schema::u32 at = 1; at <= history.line().now; ++at) {
    const auto& record = history.line().instants[at];
    std::string kind(schema::operation_words[schema::u8(record.done->kind)]);
    if (record.done->kind == schema::operation_kind::add_column &&
        history.line().column_at(record.column, at).generated)
      kind += ", generated";
    if (schema::folding::is_of_view(record.done->kind) && record.done->terms == schema::materialized)
      kind += ", materialized";
    kind += place_of(*record.done);
    if (record.declared) kind = "effect of execute";
    if (record.done->kind == schema::operation_kind::alter_column && !record.declared)
      if (schema::conversion_of(history.line(), schema::change_of(at, false)))
        kind += schema::conversion_of(history.line(), schema::change_of(at, true))
                    ? " by conversion, there and back"
                    : " by conversion";
    ++told.kinds[kind];
  }
}

/// Tries histories at random; CHECKs that no one was at fault, and that the rules were broken that are to be.
inline void try_histories() {
  if (!postgresql_database::available()) return;
  const std::size_t wanted = setting("SCHEMA_DIFFERENTIAL_COUNT", 12);
  const std::size_t first = setting("SCHEMA_DIFFERENTIAL_SEED", 1);
  const std::size_t faults = setting("SCHEMA_DIFFERENTIAL_FAULTS", 4);
  postgresql_database postgresql;
  schema::connection on_postgresql{postgresql.url()};
  tally told;
  for (std::size_t seed = first; seed < first + wanted; ++seed) {
    generated_history history(seed);
    history.grow(20 + seed % 15, faults);
    ++told.histories;
    told.operations += history.operations();
    CHECK(history.operations() >= 20);
    count_kinds(history, told);
    reset(on_postgresql.session());
    schema::connection memory{std::string_view("sqlite::memory:")};
    std::vector<soci::session*> sessions{&on_postgresql.session()};
    if (!postgresql_alone) sessions.push_back(&memory.session());
    const auto fault = history_trials(history, std::move(sessions), told).run();
    if (!fault.empty()) told.faults.push_back(fmt::format("seed {}, {}\n{}", seed, fault, history.text()));
  }
  tell(told, first);
  for (std::size_t i = 0; i < told.faults.size() && i < 10; ++i) UNSCOPED_INFO(told.faults[i]);
  CHECK(told.faults.empty());
  if (wanted < 12) return; // too few for each of them
  for (std::size_t i = 0; i < rule_count; ++i) {
    INFO(rule_names[i]);
    if (is_made(schema::rule(i))) CHECK(told.refused[schema::rule(i)].tried > wanted / 100);
  }
}

} // namespace test
