// `migrate seed` as people and scripts meet it.
#include "database.hpp"

#include <fstream>
#include <pty.h>
#include <sstream>
#include <sys/wait.h>

using Catch::Matchers::Contains;

namespace {

struct answer {
  int code{};
  std::string out, error;
};

int exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }

/// The driver on a database of its own.
template <class Database> class seeding {
public:
  answer run(const std::string& arguments, const std::string& environment = "") {
    const int status = std::system(
        fmt::format("cd '{}' && {} >out 2>error </dev/null", path(), command(arguments, environment))
            .c_str());
    return {exit_code(status), read("out"), read("error")};
  }

  /// The same on a terminal, where `typed` is typed; `out` is what the terminal shows.
  answer run_on_terminal(const std::string& arguments, const std::string& typed) {
    int terminal = -1;
    const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child < 0) FAIL("no pseudo-terminal");
    if (child == 0) {
      const std::string line = fmt::format("cd '{}' && exec {}", path(), command(arguments, ""));
      execl("/bin/sh", "sh", "-c", line.c_str(), nullptr);
      _exit(127);
    }
    answer given;
    std::size_t at = 0;
    char byte = 0;
    while (::read(terminal, &byte, 1) == 1) {
      given.out += byte;
      // Each line is typed when it is asked for: what comes before is thrown away with the echo.
      const bool asked = given.out.size() > 2 && given.out.compare(given.out.size() - 2, 2, ": ") == 0;
      const auto end = typed.find('\n', at);
      if (!asked || end == std::string::npos) continue;
      const std::string line = typed.substr(at, end + 1 - at);
      if (::write(terminal, line.data(), line.size()) != ssize_t(line.size())) break;
      at = end + 1;
    }
    int status = 0;
    waitpid(child, &status, 0);
    close(terminal);
    given.code = exit_code(status);
    return given;
  }

  void write(const std::string& file, const std::string& text) const {
    const auto target = folder_.path() / file;
    std::filesystem::create_directories(target.parent_path());
    std::ofstream(target) << text;
  }
  std::string ask(std::string_view sql) const {
    schema::connection connection{database_.url()};
    return test::value(connection.session(), sql);
  }

private:
  std::string path() const { return folder_.path().string(); }
  std::string command(const std::string& arguments, const std::string& environment) const {
    const char* program = std::getenv("SCHEMA_MIGRATE");
    if (!program) FAIL("SCHEMA_MIGRATE names no driver");
    return fmt::format("env -u SCHEMA_ADMIN_PASSWORD DATABASE_URL='{}' {} '{}' {}", database_.url(),
                       environment, program, arguments);
  }
  std::string read(const std::string& file) const {
    std::ostringstream text;
    text << std::ifstream(folder_.path() / file).rdbuf();
    return text.str();
  }
  Database database_;
  test::temporary_folder folder_;
};

std::size_t lines(const std::string& text) { return std::size_t(std::count(text.begin(), text.end(), '\n')); }

} // namespace

TEMPLATE_TEST_CASE("seeds need a schema without pending migrations", "", test::sqlite_database,
                   test::postgresql_database) {
  if (!TestType::available()) return;
  seeding<TestType> at;
  CHECK(at.run("up --to 2").code == 0);
  const auto refused = at.run("seed");
  CHECK(refused.code == 1);
  CHECK(lines(refused.error) == 1);
  CHECK_THAT(refused.error, Contains("migrations are pending; run first: migrate up"));
}

TEMPLATE_TEST_CASE("seeds are loaded with a password from a file, the environment or the terminal", "",
                   test::sqlite_database, test::postgresql_database) {
  if (!TestType::available()) return;
  seeding<TestType> at;
  REQUIRE(at.run("up").code == 0);

  const auto nobody = at.run("seed");
  CHECK(nobody.code == 1);
  CHECK(lines(nobody.error) == 1);
  CHECK_THAT(nobody.error, Contains("--admin-password-file") && Contains("SCHEMA_ADMIN_PASSWORD"));
  CHECK(at.run("seed", "SCHEMA_ADMIN_PASSWORD=").code == 1);
  CHECK(at.ask("SELECT count(*) FROM admins") == "0");

  const auto dry = at.run("seed baseline demo --dry-run");
  CHECK(dry.code == 0);
  CHECK_THAT(dry.out, Contains("a dry run, nothing was changed"));
  CHECK(at.ask("SELECT count(*) FROM events") == "0");

  const auto typo = at.run_on_terminal("seed", "swordfish\nswordfis\n");
  CHECK(typo.code == 1);
  CHECK_THAT(typo.out, Contains("the two passwords differ") && !Contains("swordfis"));
  const auto typed = at.run_on_terminal("seed", "swordfish\nswordfish\n");
  CHECK(typed.code == 0);
  CHECK_THAT(typed.out, Contains("Password for the admin: ") && Contains("seeded") && !Contains("swordfish"));
  const std::string hash = at.ask("SELECT password_hash FROM admins");
  CHECK(hash.rfind("$y$", 0) == 0);

  at.write("password", "another\n");
  const auto more = at.run("seed baseline demo --admin-password-file password");
  CHECK(more.code == 0);
  CHECK_THAT(more.out, Contains("1 more row belongs to another set") && !Contains("another\n"));
  CHECK(at.ask("SELECT password_hash FROM admins") == hash);
  CHECK_THAT(at.run("seed demo baseline").out, Contains("nothing to change"));
  CHECK(at.run("--quiet seed").out == "");
}

TEST_CASE("a mistake in a file or on the command line is told, and nothing is written") {
  seeding<test::sqlite_database> at;
  REQUIRE(at.run("up").code == 0);
  at.write("rows/mine/learners.csv",
           "id,email,display_name\n1d000000-0000-4000-8000-000000000001,a@example.com,A\n"
           "1d000000-0000-4000-8000-00000000000x,b@example.com,\n");
  const auto refused = at.run("seed mine --from rows");
  CHECK(refused.code == 1);
  CHECK(refused.out.empty());
  CHECK(refused.error ==
        "rows/mine/learners.csv:3:1: id: '1d000000-0000-4000-8000-00000000000x' is no uuid\n"
        "rows/mine/learners.csv:3:52: display_name: NULL, but the column is NOT NULL; the empty text "
        "is written \"\"\nmigrate: nothing was written\n");
  CHECK(at.ask("SELECT count(*) FROM learners") == "0");

  const auto misspelt = at.run("seed mime --from rows");
  CHECK(misspelt.code == 2);
  CHECK_THAT(misspelt.error, Contains("did you mean 'mine'?"));
  CHECK(at.run("seed mine --from nowhere").code == 2);
  CHECK(at.run("seed --prun").code == 2);

  at.write("rows/mine/learners.csv",
           "id,email,display_name\n1d000000-0000-4000-8000-000000000001,a@example.com,A\n");
  CHECK(at.run("seed mine --from rows").code == 0);
  at.write("rows/mine/learners.csv", "id,email,display_name\n");
  CHECK_THAT(at.run("seed mine --from rows").out, Contains("1 row is left in the database"));
  CHECK(at.run("seed mine --from rows --prune").code == 0);
  CHECK(at.ask("SELECT count(*) FROM learners") == "0");
}
