// Work in a process of its own, which may be killed.
#pragma once

#include <fmt/format.h>

#include <exception>
#include <sys/wait.h>
#include <unistd.h>

namespace test {

/// Runs `work` in a process of its own, which ends without a look at this one's tests and destructors.
template <class Work> pid_t in_process(Work&& work) {
  const pid_t child = fork();
  if (child != 0) return child;
  try {
    work();
    _exit(0);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    _exit(1);
  }
}

inline int wait_for(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

} // namespace test
