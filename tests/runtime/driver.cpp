// The driver as people and scripts meet it: what it answers, and what it prints.
#include "database.hpp"

#include <schema/lms.hpp>
#include <schema/runtime.hpp>

#include <fstream>
#include <sstream>
#include <sys/wait.h>

using Catch::Matchers::Contains;

namespace {

struct answer {
  int code{};
  std::string out, error;
};

/// Runs the driver in a folder of its own, with `environment` before it.
class driver {
public:
  answer run(const std::string& arguments, const std::string& environment = "") {
    const char* program = std::getenv("SCHEMA_MIGRATE");
    if (!program) FAIL("SCHEMA_MIGRATE names no driver");
    const std::string command =
        fmt::format("cd '{}' && env -u DATABASE_URL {} '{}' {} >out 2>error </dev/null",
                    folder_.path().string(), environment, program, arguments);
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read("out"), read("error")};
  }
  bool has(const std::string& file) const { return std::filesystem::exists(folder_.path() / file); }
  void write(const std::string& file, const std::string& text) const {
    std::ofstream(folder_.path() / file) << text;
  }

private:
  std::string read(const std::string& file) const {
    std::ostringstream text;
    text << std::ifstream(folder_.path() / file).rdbuf();
    return text.str();
  }
  test::temporary_folder folder_;
};

} // namespace

TEMPLATE_TEST_CASE("the driver goes up, down and up again", "", test::sqlite_database,
                   test::postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  driver migrate;
  const std::string environment = fmt::format("DATABASE_URL='{}'", database.url());
  CHECK(migrate.run("status --check", environment).code == 3);
  const auto dry = migrate.run("up --dry-run", environment);
  CHECK(dry.code == 0);
  CHECK_THAT(dry.out, Contains("INSERT INTO \"schema_history\""));
  CHECK(migrate.run("status --check", environment).code == 3);
  const auto up = migrate.run("up", environment);
  INFO(up.error);
  CHECK(up.code == 0);
  CHECK_THAT(up.out, Contains("now at version"));
  CHECK_THAT(migrate.run("up", environment).out, Contains("nothing to do"));
  const auto status = migrate.run("status --check", environment);
  CHECK(status.code == 0);
  CHECK_THAT(status.out, Contains("applied") && Contains(" 0 pending") && !Contains("\033"));
  CHECK(migrate.run("redo", environment).code == 0);
  CHECK(migrate.run("down", environment).code == 0);
  CHECK(migrate.run("status --check", environment).code == 3);
  CHECK(migrate.run("down --to 0", environment).code == 0);
  CHECK_THAT(migrate.run("status", environment).out, Contains(" 0 applied"));
  CHECK(migrate.run("--quiet up", environment).out == "");
}

TEST_CASE("the driver shows an interrupted migration, and carries it on") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database database;
  driver migrate;
  const std::string environment = fmt::format("DATABASE_URL='{}'", database.url());
  CHECK(migrate.run("up", environment).code == 0);
  CHECK(migrate.run("down", environment).code == 0);
  {
    schema::connection connection(database.url());
    const auto& steps = schema::program_of<lms::history, schema::backend::postgresql>;
    schema::native::run(connection.session(),
                        schema::history_table::insert_text(
                            schema::backend::postgresql, "started", steps.steps[steps.count - 1],
                            schema::history_table::next_id_text(), "0", "another"));
  }
  const auto status = migrate.run("status --check", environment);
  CHECK(status.code == 3);
  CHECK_THAT(status.out, Contains("interrupted  20") && Contains(" 0 pending, 1 interrupted: up begins"));
  CHECK_THAT(migrate.run("seed", environment).error, Contains("1 migration is pending"));
  CHECK(migrate.run("up", environment).code == 0);
  CHECK(migrate.run("status --check", environment).code == 0);
}

TEST_CASE("without a database the driver works on lms.db") {
  driver migrate;
  CHECK_THAT(migrate.run("status").out, Contains("sqlite:lms.db (not made yet)"));
  CHECK(migrate.run("up --dry-run").code == 0);
  CHECK_FALSE(migrate.has("lms.db"));
  CHECK(migrate.run("down").code == 1);
  CHECK_FALSE(migrate.has("lms.db"));
  CHECK(migrate.run("up").code == 0);
  CHECK(migrate.has("lms.db"));
  CHECK(migrate.run("up --database 'sqlite:a b.db'").code == 0);
  CHECK(migrate.has("a b.db"));
}

TEST_CASE("a plan needs no database") {
  driver migrate;
  const auto sqlite = migrate.run("plan"), postgresql = migrate.run("plan --backend postgresql"),
             by_url = migrate.run("plan --database postgresql://u:s3cret@nowhere/x");
  CHECK(sqlite.code == 0);
  CHECK_THAT(sqlite.out, Contains("BEGIN IMMEDIATE;"));
  CHECK(postgresql.code == 0);
  CHECK_THAT(postgresql.out, Contains("BEGIN;"));
  CHECK(by_url.out == postgresql.out);
  CHECK_THAT(migrate.run("plan --down").out, Contains("'down'"));
  CHECK_FALSE(migrate.has("lms.db"));
}

TEST_CASE("mistakes get one line, the right code and no password") {
  struct mistake {
    const char* arguments;
    int code;
    const char* says;
  };
  const mistake mistakes[] = {
      {"", 2, "a verb is needed"},
      {"upp", 2, "did you mean 'up'"},
      {"migrate", 2, "up, down, redo"},
      {"up extra", 2, "extra"},
      {"up 5", 2, "--to 5"},
      {"up --database postgresql://u:x@s3cret@host/db", 2, "%40"},
      {"up --nope", 2, "--nope"},
      {"up --to x", 2, "--to"},
      {"up --to -1", 2, "--to"},
      {"up --to 99999999", 2, "no migration 99999999"},
      {"plan --to 99999999", 2, "no migration 99999999"},
      {"plan --from 99999999", 2, "no migration 99999999"},
      {"plan --backend oracle", 2, "oracle"},
      {"down --to 0 --steps 2", 2, "excludes"},
      {"down --steps 0", 2, "--steps"},
      {"up --database lms.db", 2, "sqlite:path"},
      {"up --database mysql://root:s3cret@host/db", 2, "mysql"},
      {"up postgresql://root:s3cret@host/db", 2, "not expected"},
      {"up --database postgresql://u:s3cret%zz@host/db", 2, "%25"},
      {"up --to postgresql://u:s3cret@host/db", 2, "--to"},
      {"up --database postgresql://ann:s3cret@localhost:1/lms", 1, "ann@localhost:1"},
      {"up --database 'host=/nowhere password=s3cret'", 1, "/nowhere"},
      {"up --database sqlite:missing/lms.db", 1, "no such folder"},
      {"up --database sqlite:text.db", 1, "not a database"},
      {"down --database sqlite:missing.db", 1, "no such database"},
      {"redo --database sqlite::memory:", 1, "nothing to redo"},
  };
  driver migrate;
  migrate.write("text.db", std::string(4096, 'x'));
  for (const auto& [arguments, code, says] : mistakes) {
    const auto got = migrate.run(arguments);
    INFO("migrate " << arguments << " -> " << got.code << "\n" << got.error);
    CHECK(got.code == code);
    CHECK(got.out == "");
    CHECK_THAT(got.error, Contains(says) && !Contains("s3cret"));
    CHECK(std::count(got.error.begin(), got.error.end(), '\n') == 1);
  }
}

TEST_CASE("pins are the checksums that the history table holds") {
  driver migrate;
  CHECK(migrate.run("up", "DATABASE_URL=sqlite:pins.db").code == 0);
  const auto pins = migrate.run("pins");
  CHECK(pins.code == 0);
  const auto steps = schema::steps_of<lms::history>(schema::backend::postgresql);
  for (schema::u32 i = 0; i < steps.count; ++i)
    CHECK_THAT(pins.out, Contains("pinned<0x" + schema::checksum_text(steps.steps[i].checksum) + ">"));
  CHECK(std::count(pins.out.begin(), pins.out.end(), '\n') == std::ptrdiff_t(steps.count));
}

TEST_CASE("help tells the verbs and no secret of the environment") {
  driver migrate;
  const auto help = migrate.run("--help", "DATABASE_URL=postgresql://u:s3cret@h/x");
  CHECK(help.code == 0);
  for (const char* verb : {"up", "down", "redo", "status", "plan", "seed", "pins"})
    CHECK_THAT(help.out, Contains(verb));
  CHECK_THAT(help.out, !Contains("s3cret"));
  CHECK(migrate.run("up --help").code == 0);
}
