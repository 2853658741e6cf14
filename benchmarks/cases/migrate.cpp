// A driver for benchmarks/run_time: migrate up DATABASE | migrate plan postgresql|sqlite, with the history of
// generate tables COUNT and the options of examples/migrate.
#include "history.hpp"

#include <schema/runtime.hpp>

#include <chrono>
#include <cstdio>

namespace {

int up(const std::string& database) {
  const auto url = schema::database_url::parse(database);
  schema::connection connection(
      url, {.busy_timeout = std::chrono::seconds(60), .application_name = "migrate", .create = true});
  schema::migrator_options options{.program = "migrate",
                                   .lock_wait = std::chrono::seconds(60),
                                   .lock_timeout = std::chrono::seconds(5),
                                   .lock_retries = 3,
                                   .observer = {}};
  options.observer = [](const schema::progress& now) {
    if (now.kind == schema::progress_kind::started || !now.step) return;
    fmt::print("up {:>4}  {}\n", now.step->version, now.step->title);
    std::fflush(stdout);
  };
  schema::migrator migrator(connection.session(), schema::steps_of<app::history>(url.target()), options);
  fmt::print("{} steps\n", migrator.up().size());
  return 0;
}

int plan(schema::backend target) {
  std::fputs(schema::plan(schema::steps_of<app::history>(target)).c_str(), stdout);
  return 0;
}

} // namespace

int main(int count, char** arguments) try {
  const std::string verb = count == 3 ? arguments[1] : "", of = count == 3 ? arguments[2] : "";
  if (verb == "up") return up(of);
  if (verb == "plan") return plan(of == "sqlite" ? schema::backend::sqlite : schema::backend::postgresql);
  std::fputs("usage: migrate up DATABASE | plan postgresql|sqlite\n", stderr);
  return 2;
} catch (const std::exception& error) {
  std::fprintf(stderr, "migrate: %s\n", error.what());
  return 1;
}
