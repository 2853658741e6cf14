// Random histories of the same plain values that a compiler folds, made at run time. An operation that the
// fold refuses is left out again, so that what remains is sound; it is kept for a try on the databases.
#pragma once

#include <tests/differential/generated_faults.hpp>
#include <tests/differential/rendered_history.hpp>

#include <schema/dialect/operation_text.hpp>

#include <fmt/format.h>

#include <utility>

namespace test {

/// Operations that would come next after a version, of which the last is refused.
struct attempt {
  schema::u32 after{}; ///< how many migrations stand
  std::vector<const schema::operation*> operations;
  schema::finding found{};
};

/// Migrations under construction: it owns all that they point to.
class generated_history : public fault_generator {
public:
  /// With a reason every operation is assumed safe: it is carried out as it stands, in one transaction. There
  /// are changes of the schema alone then.
  explicit generated_history(std::uint64_t seed, schema::text_view assumed_safe = {})
      : fault_generator(seed, assumed_safe) {}

  /// Adds migrations until there are `operations` operations. Between them faults are made, so many a
  /// migration.
  void grow(std::size_t operations, std::size_t faults = 8) {
    for (std::size_t tries = 0; count_ < operations && tries < operations * 60 && lists_.size() < 55;
         ++tries) {
      if (lists_.empty() || (!lists_.back().empty() && one_in(3))) {
        begin_migration();
        for (std::size_t i = 0; i < faults; ++i) attempt_next(make_fault(faults_++));
        for (const auto* o : std::exchange(refused_, {})) attempt_next({o});
      }
      const auto* o = !assumed_safe_.data() && one_in(14) ? make_execute() : make_operation();
      if (!add(o) && !is_of_chance_) refused_.push_back(o);
    }
    while (!lists_.empty() && lists_.back().empty()) drop_migration();
    refold();
  }

  const fuzzed_timeline& line() const { return *line_; }
  const schema::migration_definition* const* migrations() const { return pointers_.data(); }
  schema::u32 size() const { return schema::u32(definitions_.size()); }
  std::size_t operations() const { return count_; }
  const std::vector<attempt>& attempts() const { return attempts_; }
  rendered_history rendered(schema::backend target) const { return {*this, target}; }
  /// What it is, for people.
  std::string text() const {
    std::string all;
    for (schema::u32 at = 1; at <= line_->now; ++at) {
      auto out = std::make_unique<schema::script_writer<4000, 2>>();
      schema::describe_operation(*line_, at, *out);
      const auto& record = line_->instants[at];
      all += fmt::format("  {}: {}{}", record.migration + 1, record.declared ? "  " : "",
                         std::string_view(out->text()));
      if (record.done->up) all += ": " + std::string(record.done->up->view());
      for (schema::u16 i = 0; i < record.done->change_count; ++i)
        for (const auto* e : {record.done->changes[i]->expression, record.done->changes[i]->reverse})
          if (e) all += ": " + std::string(e->view());
      if (schema::is_of_routine(record.done->kind))
        for (const auto* script : record.done->scripts[0])
          if (script) all += ": " + std::string(script->view());
      all += "\n";
    }
    return all;
  }

private:
  // -- the list of migrations
  void begin_migration() {
    lists_.emplace_back();
    definitions_.push_back({.version = definitions_.size() + 1, .title = "fuzzed", .title_size = 6});
    refold();
  }
  void drop_migration() {
    lists_.pop_back();
    definitions_.pop_back();
  }
  bool refold() {
    pointers_.clear();
    for (std::size_t i = 0; i < definitions_.size(); ++i) {
      definitions_[i].operations = lists_[i].data();
      definitions_[i].operation_count = schema::u16(lists_[i].size());
      pointers_.push_back(&definitions_[i]);
    }
    *line_ = fuzzed_timeline{};
    schema::fold_migrations(*line_, pointers_.data(), schema::u32(pointers_.size()));
    if (!line_->found.is_sound()) return false;
    for (const auto find :
         {&schema::find_rebuild_fault<fuzzed_timeline>, &schema::find_refused<fuzzed_timeline>,
          &schema::find_new_label_use<fuzzed_timeline>})
      if (postgresql_alone && find != &schema::find_new_label_use<fuzzed_timeline>)
        continue; // of SQLite
      else if (const auto found = find(*line_, pointers_.data()); !found.is_sound()) {
        line_->found = found;
        return false;
      }
    return true;
  }
  bool add(const schema::operation* o) {
    if (!o) return is_of_chance_ = true;
    lists_.back().push_back(o);
    is_of_chance_ = false;
    if (refold()) {
      // What a statement has read must be the same on both databases.
      for (const auto c : columns_of_chance(*line_)) is_of_chance_ = is_of_chance_ || reads_.contains(c);
      if (!is_of_chance_) {
        ++count_;
        return true;
      }
    }
    lists_.back().pop_back();
    refold();
    return false;
  }
  /// Notes what the fold says of operations that would come next, if it refuses them.
  void attempt_next(std::vector<const schema::operation*> operations) {
    if (operations.empty() || !operations.back()) return;
    lists_.back() = operations;
    const schema::u32 stood = line_->now;
    if (!refold()) {
      const bool by_fold = line_->now > stood && line_->instants[line_->now].done;
      if (by_fold && line_->migration_count < definitions_.size())
        operations.resize(line_->instants[line_->now].ordinal + 1u);
      attempts_.push_back({schema::u32(definitions_.size() - 1), std::move(operations), line_->found});
    }
    lists_.back().clear();
    refold();
  }

  /// An operation as scripts that declare what they do; null when SQLite would build a table anew for it.
  const schema::operation* make_execute() {
    const auto* inner = make_operation();
    if (!inner || inner->kind == op::data) return nullptr;
    // Beside another one it is written as it stands in a transaction, in no phases.
    lists_.push_back({make_enumeration(values_.identifier("beside"), {labels_[0]}), inner});
    definitions_.push_back({.version = definitions_.size() + 1});
    schema::operation o{.kind = op::execute, .effects = values_.list(std::vector{inner}), .effect_count = 1};
    bool is_plain = refold() && !schema::is_step_irreversible(*line_, size() - 1);
    for (const auto target : {schema::backend::postgresql, schema::backend::sqlite}) {
      if (!is_plain || (postgresql_alone && target == schema::backend::sqlite)) break;
      const auto all = rendered(target);
      const auto& step = all.program().steps[size() - 1];
      is_plain = !step.up.rebuilds && !step.down.rebuilds;
      for (const bool down : {false, true})
        if (const auto text = script_of(down ? step.down : step.up); is_plain && !text.empty())
          o.scripts[down][schema::u8(target)] = values_.script(text);
    }
    drop_migration();
    refold();
    return is_plain ? make(o) : nullptr;
  }
  static std::string script_of(const schema::script_text& all) {
    std::string text;
    for (schema::u32 i = 0; i < all.count; ++i)
      if (all.statements[i].operation == 1)
        text += (text.empty() ? "" : ";\n") + std::string(all.statements[i].sql);
    return text;
  }

  std::deque<std::vector<const schema::operation*>> lists_;
  std::deque<schema::migration_definition> definitions_;
  std::vector<const schema::migration_definition*> pointers_;
  std::vector<const schema::operation*> refused_;
  std::vector<attempt> attempts_;
  std::size_t count_{}, faults_{};
  bool is_of_chance_{};
};

} // namespace test
