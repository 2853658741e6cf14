// Floor 5. Which steps a request means, given what is applied; and what is refused before anything is
// touched.
#pragma once

#include <schema/runtime/history_table.hpp>

#include <optional>

namespace schema {

enum class direction : u8 { up, down };

/// What someone wants of a migrator.
struct request {
  direction way{direction::up};
  std::optional<u64>
      to;       ///< up: the last version to apply, else all; down: the version that stays, 0 for none
  u32 steps{1}; ///< down without `to`: how many to take back
};

inline const script_text& script_of(const step_text& step, direction way) {
  return way == direction::up ? step.up : step.down;
}

inline const step_text* find_step(const program& steps, u64 version) {
  for (u32 i = 0; i < steps.count; ++i)
    if (steps.steps[i].version == version) return &steps.steps[i];
  return nullptr;
}

namespace detail {

/// The first word of a statement in small letters, comments and blanks skipped.
inline std::string first_word(std::string_view sql) {
  std::size_t at = 0;
  for (;;) {
    while (at < sql.size() && (sql[at] == ' ' || sql[at] == '\n' || sql[at] == '\t' || sql[at] == '\r')) ++at;
    const auto rest = sql.substr(at);
    if (rest.rfind("--", 0) == 0)
      at = std::min(sql.find('\n', at), sql.size());
    else if (rest.rfind("/*", 0) == 0)
      at = std::min(sql.find("*/", at + 2), sql.size() - 2) + 2;
    else
      break;
  }
  std::string word;
  for (; at < sql.size() && lower(sql[at]) >= 'a' && lower(sql[at]) <= 'z'; ++at) word += lower(sql[at]);
  return word;
}

/// A COMMIT among the statements of a step would part the step from its history line.
inline void refuse_transaction_control(const step_text& step, const script_text& script) {
  for (u32 i = 0; i < script.count; ++i) {
    const std::string word = first_word(script.statements[i].sql);
    for (std::string_view control : {"begin", "start", "commit", "end", "rollback", "abort"})
      if (word == control)
        throw migration_refused(
            migration_refusal::transaction_control, step.version,
            message_text("migration {} \"{}\" holds {}: the migrator alone begins and ends "
                         "transactions",
                         step.version, step.title, script.statements[i].sql));
  }
}

} // namespace detail

/// Refuses a database that this program's history does not fit. Throws migration_refused.
inline void check_applied(const program& steps, const applied_history& history) {
  const u64 newest = steps.count ? steps.steps[steps.count - 1].version : 0;
  for (const auto& applied : history.migrations) {
    const step_text* step = find_step(steps, applied.version);
    if (!step)
      throw migration_refused(
          migration_refusal::version_unknown, applied.version,
          message_text("the database holds migration {} \"{}\", which this program does not know; "
                       "its last is {}",
                       applied.version, applied.name, newest));
    if (checksum_text(step->checksum) != applied.checksum)
      throw migration_refused(
          migration_refusal::checksum_changed, applied.version,
          message_text("migration {} \"{}\" was changed after it had been applied: the database "
                       "holds {}, this program {}",
                       applied.version, step->title, applied.checksum, checksum_text(step->checksum)));
  }
  if (history.migrations.empty()) return;
  const u64 last = history.migrations.back().version;
  for (u32 i = 0; i < steps.count && steps.steps[i].version < last; ++i)
    if (!history.find(steps.steps[i].version))
      throw migration_refused(migration_refusal::version_skipped, steps.steps[i].version,
                              message_text("migration {} \"{}\" is not applied, but the newer {} is",
                                           steps.steps[i].version, steps.steps[i].title, last));
}

/// `wanted` with its number of steps turned into a version, so that it means the same when the history is
/// read again under the lock: two programs that take back "the last step" at once take back one.
inline request settle(const request& wanted, const applied_history& history) {
  if (wanted.way == direction::up || wanted.to) return wanted;
  const auto count = history.migrations.size();
  return {wanted.way, wanted.steps >= count ? 0 : history.migrations[count - 1 - wanted.steps].version,
          wanted.steps};
}

/// Throws migration_refused when a request names a version that the program has not.
inline void refuse_unknown_version(const program& steps, const request& wanted) {
  if (!wanted.to || (wanted.way == direction::down && *wanted.to == 0) || find_step(steps, *wanted.to))
    return;
  throw migration_refused(migration_refusal::no_such_version, *wanted.to,
                          message_text("there is no migration {}; the versions go from {} to {}", *wanted.to,
                                       steps.count ? steps.steps[0].version : 0,
                                       steps.count ? steps.steps[steps.count - 1].version : 0));
}

/// The steps to run, in their order. Throws migration_refused.
inline std::vector<const step_text*> select_steps(const program& steps, const applied_history& history,
                                                  const request& wanted) {
  const request settled = settle(wanted, history);
  refuse_unknown_version(steps, settled);
  std::vector<const step_text*> selected;
  if (settled.way == direction::up) {
    for (u32 i = 0; i < steps.count; ++i) {
      const step_text& step = steps.steps[i];
      if ((!settled.to || step.version <= *settled.to) &&
          (!history.find(step.version) || step.version == history.interrupted()))
        selected.push_back(&step);
    }
  } else {
    for (u32 i = steps.count; i-- > 0;) {
      const step_text& step = steps.steps[i];
      if (step.version > *settled.to && history.find(step.version)) selected.push_back(&step);
    }
    for (const step_text* step : selected)
      if (step->down.irreversible)
        throw migration_refused(migration_refusal::irreversible, step->version,
                                message_text("migration {} \"{}\" is irreversible; nothing was taken back",
                                             step->version, step->title));
  }
  for (const step_text* step : selected)
    detail::refuse_transaction_control(*step, script_of(*step, settled.way));
  return selected;
}

} // namespace schema
