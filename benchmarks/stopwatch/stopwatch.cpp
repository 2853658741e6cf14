// stopwatch RESULT COMMAND [ARGUMENT…]: runs a command and writes into the file RESULT
// its user seconds, its wall milliseconds, its peak memory in kB, its exit code (128 + signal) and its
// milliseconds of processor time, user and system.
// A program of its own, since a bare machine has no time(1), and a shell adds itself to what it times.
#include <chrono>
#include <cstdio>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char** arguments) {
  if (count < 3) {
    std::fputs("usage: stopwatch RESULT COMMAND [ARGUMENT...]\n", stderr);
    return 2;
  }
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child < 0) {
    std::perror("stopwatch: fork");
    return 2;
  }
  if (child == 0) {
    execvp(arguments[2], arguments + 2);
    std::perror(arguments[2]);
    _exit(127);
  }
  int status = 0;
  rusage used{};
  if (wait4(child, &status, 0, &used) < 0) {
    std::perror("stopwatch: wait4");
    return 2;
  }
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
  std::FILE* const result = std::fopen(arguments[1], "w");
  if (!result) {
    std::perror(arguments[1]);
    return 2;
  }
  const double user = double(used.ru_utime.tv_sec) + double(used.ru_utime.tv_usec) / 1e6;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  const double system = double(used.ru_stime.tv_sec) + double(used.ru_stime.tv_usec) / 1e6;
  std::fprintf(result, "%.3f %.3f %ld %d %.3f\n", user, wall.count(), used.ru_maxrss, code,
               (user + system) * 1e3);
  return std::fclose(result) == 0 ? code : 2;
}
