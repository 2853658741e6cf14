// Floor 5. What a migrator tells while it works.
#pragma once

#include <schema/runtime/plan.hpp>

#include <functional>

namespace schema {

enum class progress_kind : u8 {
  started,  ///< a step begins
  finished, ///< a step is done; on SQLite the transaction it shares with its neighbours may still be open
  waiting   ///< another migrator is at work; told once
};

struct progress {
  progress_kind kind{};
  const step_text* step{}; ///< null while waiting
  direction way{};
  u32 number{}, count{};   ///< this step among those to run, from 1 on
  milliseconds duration{}; ///< finished
};

struct migrator_options {
  std::string program{"schema"};    ///< written into the history
  milliseconds lock_wait{60'000};   ///< how long to wait for another migrator
  milliseconds lock_timeout{5'000}; ///< PostgreSQL: how long a step waits for a table; 0: for ever. An index
                                    ///< that is built or dropped CONCURRENTLY keeps nobody waiting, and waits
                                    ///< for open transactions as long as they take
  u32 lock_retries{3};              ///< PostgreSQL: how often a step that waited too long is tried again
  std::function<void(const progress&)> observer; ///< may be empty; must not use the session
};

/// A step that was carried out.
struct carried_out {
  u64 version{};
  std::string title;
  direction way{};
  milliseconds duration{};
};

namespace detail {

/// A time as seconds: 60, 0.25.
inline std::string seconds_text(milliseconds time) {
  std::string text = std::to_string(time.count() / 1000);
  if (const auto rest = time.count() % 1000) {
    text += "." + std::to_string(1000 + rest).substr(1);
    while (text.back() == '0') text.pop_back();
  }
  return text;
}

/// Times a step and tells the observer of its beginning and end.
class step_watch {
public:
  step_watch(const migrator_options& options, const step_text& step, direction way, u32 number, u32 count)
      : options_(options), told_{progress_kind::started, &step, way, number, count, {}} {
    if (options_.observer) options_.observer(told_);
  }
  milliseconds elapsed() const { return clock_.elapsed(); }
  carried_out finish() {
    told_.kind = progress_kind::finished;
    told_.duration = elapsed();
    if (options_.observer) options_.observer(told_);
    return {told_.step->version, std::string(told_.step->title), told_.way, told_.duration};
  }

private:
  const migrator_options& options_;
  progress told_;
  stopwatch clock_;
};

} // namespace detail
} // namespace schema
