// URLs: what is understood, what is refused in one line, and no password anywhere.
#include "database.hpp"

using Catch::Matchers::Contains;
using schema::backend;
using schema::database_url;

namespace {

std::string fault(std::string_view url) {
  try {
    database_url::parse(url);
  } catch (const schema::database_url_error& error) {
    return error.what();
  }
  return "understood";
}

std::string parameter(const database_url& url, std::string_view keyword) {
  for (const auto& [key, value] : url.parameters())
    if (key == keyword) return value;
  return "none";
}

} // namespace

TEST_CASE("SQLite paths are taken as they stand") {
  CHECK(database_url::parse("sqlite:lms.db").path() == "lms.db");
  CHECK(database_url::parse("sqlite:/abs/path with spaces.db").path() == "/abs/path with spaces.db");
  CHECK(database_url::parse("SQLite:a=b.db").path() == "a=b.db");
  CHECK(database_url::parse("sqlite::memory:").in_memory());
  CHECK(database_url::parse("sqlite:lms.db").redacted() == "sqlite:lms.db");
}

TEST_CASE("PostgreSQL is named by a URL or by keywords") {
  for (const char* text :
       {"postgresql://ann:s3cret@db.example:5433/lms", "postgres://ann:s3cret@db.example:5433/lms",
        "POSTGRES://ann:s3cret@db.example:5433/lms",
        "host=db.example port=5433 user=ann password=s3cret dbname=lms",
        "postgresql:///lms?host=db.example&port=5433&user=ann&password=s3cret"}) {
    const auto url = database_url::parse(text);
    CHECK(url.target() == backend::postgresql);
    CHECK(parameter(url, "password") == "s3cret");
    CHECK(parameter(url, "dbname") == "lms");
    CHECK(url.redacted() == "postgresql://ann@db.example:5433/lms");
    CHECK(url.without_secrets("a s3cret in s3cret") == "a *** in ***");
  }
  CHECK(database_url::parse("host=/run/pg dbname=lms").redacted() == "postgresql:///lms?host=/run/pg");
}

TEST_CASE("what can't be read is refused in one line without its secrets") {
  for (const char* text :
       {"", "lms.db", "sqlite:", "sqlite:///abs.db", "mysql://root:s3cret@host/db",
        "postgresql://u:s3cret%zz@host/db", "password=a s3cret=b", "password='s3cret",
        "postgresql://u:s3cret@host/db?s3cret=1", "postgresql://u:x@[s3cret", "s3cret", "host = x s3cret",
        "postgresql://u:s3cret@host:port:port/x?a=b=c", "postgresql://u@host/%00s3cret",
        "postgresql://u:x@s3cret@host/db", "postgres://u:x/s3cret@host/db"}) {
    const auto line = fault(text);
    INFO(text << " -> " << line);
    CHECK(line != "understood");
    CHECK(line.size() > 10);
    CHECK_THAT(line, !Contains("s3cret") && !Contains("\n"));
  }
  CHECK_THAT(fault("mysql://root@host"), Contains("mysql://"));
}

TEST_CASE("databases that can't be opened are told in one line without the password") {
  test::temporary_folder folder;
  const std::string place = folder.path().string();
  for (const std::string& url :
       {"sqlite:" + place, "sqlite:" + place + "/missing/x.db", std::string("sqlite:/etc/passwd"),
        std::string("postgresql://ann:s3cret@localhost:1/lms"),
        "host='" + place + "' user=ann password=s3cret dbname=s3cret",
        std::string("host=localhost hostaddr=127.0.0.1 port=1 password='it\\'s s3cret'")}) {
    try {
      schema::connection connection{std::string_view(url)};
      FAIL(url << " was opened");
    } catch (const schema::connection_error& error) {
      INFO(error.what());
      CHECK_THAT(error.what(), !Contains("s3cret") && !Contains("\n"));
    }
  }
  CHECK_THROWS_AS(schema::connection(std::string_view("sqlite:" + place + "/x.db"), {.create = false}),
                  schema::connection_error);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "x.db"));
}

TEST_CASE("paths with spaces and equals signs are opened as they are") {
  test::temporary_folder folder;
  for (const char* file : {"a b.db", "a  b = c d.db", "x=y.db", "plain.db", "it's.db"}) {
    const auto path = folder.path() / file;
    {
      schema::connection connection{std::string_view("sqlite:" + path.string())};
      schema::native::run(connection.session(), "CREATE TABLE t (x)");
      CHECK(test::value(connection.session(), "PRAGMA foreign_keys") == "1");
      CHECK(test::value(connection.session(), "PRAGMA busy_timeout") == "5000");
    }
    CHECK(std::filesystem::exists(path));
  }
}

TEST_CASE("a PostgreSQL session has the settings that migrations count on") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database database;
  schema::connection connection(database.url(), {.application_name = "it's \\ me"});
  auto& session = connection.session();
  CHECK(schema::backend_of(session) == backend::postgresql);
  CHECK(test::value(session, "SHOW standard_conforming_strings") == "on");
  CHECK(test::value(session, "SHOW client_connection_check_interval") == "500ms");
  CHECK(test::value(session, "SHOW application_name") == "it's \\ me");
}

TEST_CASE("values with blanks and quotes reach libpq as they are") {
  if (!test::postgresql_database::available()) return;
  test::postgresql_database database;
  schema::connection connection(database.url() + " options='-c work_mem=12345' password='s3 c\\'r\"e%t='");
  CHECK(test::value(connection.session(), "SHOW work_mem") == "12345kB");
  CHECK(PQpass(schema::native::postgresql_handle(connection.session())) == std::string("s3 c'r\"e%t="));
}

TEMPLATE_TEST_CASE("the native handle takes any text", "", test::sqlite_database, test::postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  auto& session = connection.session();
  schema::native::run(session, "CREATE TABLE t (x text); INSERT INTO t VALUES ('12:30 :a'); -- done\n");
  CHECK(test::value(session, "SELECT x FROM t") == "12:30 :a");
  CHECK(test::value(session, "SELECT " + schema::native::literal("it's")) == "it's");
  try {
    schema::native::run(session, "SELECT 1; SELECT 2; SELECT nope FROM t; SELECT 4");
    FAIL("no error");
  } catch (const schema::native_error& error) {
    CHECK(error.statement == 2);
    CHECK(error.code == (TestType::target == backend::sqlite ? "1" : "42703"));
    CHECK_THAT(error.message, Contains("nope"));
  }
}
