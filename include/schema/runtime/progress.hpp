// Floor 5. What a migrator tells while it works.
#pragma once

#include <schema/runtime/plan.hpp>

#include <ctime>
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
  u32 number{}, count{};                ///< this step among those to run, from 1 on
  std::chrono::milliseconds duration{}; ///< finished
};

struct migrator_options {
  std::string program{"schema"};               ///< written into the history
  std::chrono::milliseconds lock_wait{60'000}; ///< how long to wait for another migrator
  std::chrono::milliseconds lock_timeout{
      5'000};          ///< PostgreSQL: how long a step waits for a table; 0: for ever
  u32 lock_retries{3}; ///< PostgreSQL: how often a step that waited too long is tried again
  std::function<void(const progress&)> observer; ///< may be empty; must not use the session
};

/// A step that was carried out.
struct carried_out {
  u64 version{};
  std::string title;
  direction way{};
  std::chrono::milliseconds duration{};
};

namespace detail {

inline void pause_for(std::chrono::milliseconds time) {
  timespec left{time_t(time.count() / 1000), long(time.count() % 1000 * 1'000'000)};
  while (nanosleep(&left, &left) != 0) {
  }
}

/// A time as seconds: 60, 0.25.
inline std::string seconds_text(std::chrono::milliseconds time) {
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
  std::chrono::milliseconds elapsed() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start_);
  }
  carried_out finish() {
    told_.kind = progress_kind::finished;
    told_.duration = elapsed();
    if (options_.observer) options_.observer(told_);
    return {told_.step->version, std::string(told_.step->title), told_.way, told_.duration};
  }

private:
  const migrator_options& options_;
  progress told_;
  std::chrono::steady_clock::time_point start_{std::chrono::steady_clock::now()};
};

} // namespace detail
} // namespace schema
