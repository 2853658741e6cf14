// The admin's journey, on the baseline rows, on both backends.
#include "seeded.hpp"

#include <crypt.h>

using namespace journeys;
using soci::into;
using soci::use;
using test::postgresql_database;
using test::sqlite_database;

namespace {

bool opens(const std::string& password, const std::string& hash) {
  crypt_data data{};
  const char* const again = crypt_r(password.c_str(), hash.c_str(), &data);
  return again && hash == again;
}

std::string add_session(soci::session& sql, const std::string& hash) {
  std::string id;
  const std::string now = from_now(0h), expires = from_now(7 * 24h);
  sql << "INSERT INTO auth_sessions (admin_id, token_hash, created_at, expires_at) "
         "SELECT id, :hash, :now, :expires FROM admins WHERE username = 'admin' RETURNING id",
      use(hash), use(now), use(expires), into(id);
  return id;
}

void add_attempt(soci::session& sql, bool succeeded, std::chrono::minutes ago) {
  const std::string at = from_now(-ago);
  sql << std::string("INSERT INTO login_attempts (username, succeeded, attempted_at) VALUES ('admin', ") +
             (succeeded ? "true" : "false") + ", :at)",
      use(at);
}

} // namespace

TEMPLATE_TEST_CASE("an admin logs in with the password that was given when seeding", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"baseline"};
  auto& sql = database.session();

  std::string hash;
  sql << "SELECT password_hash FROM admins WHERE username = 'admin'", into(hash);
  CHECK(opens(admin_password, hash));
  CHECK_FALSE(opens("admin", hash));
  CHECK_FALSE(opens("", hash));
  CHECK(hash.find(admin_password) == std::string::npos);
  CHECK(hash.substr(0, 3) == "$y$");
}

TEMPLATE_TEST_CASE("failed log-ins are counted within a time", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"baseline"};
  auto& sql = database.session();

  add_attempt(sql, false, 60min);
  add_attempt(sql, false, 10min);
  add_attempt(sql, true, 5min);
  add_attempt(sql, false, 1min);
  const std::string since = from_now(-15min);
  long long failed = 0;
  sql << "SELECT count(*) FROM login_attempts WHERE username = 'admin' AND NOT succeeded AND attempted_at > "
         ":since",
      use(since), into(failed);
  CHECK(failed == 2);
  CHECK(count(sql, "SELECT count(DISTINCT id) FROM login_attempts") == 4);
}

TEMPLATE_TEST_CASE("refresh tokens rotate and end", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"baseline"};
  auto& sql = database.session();

  const std::string first = add_session(sql, std::string(64, 'a'));
  const std::string second = add_session(sql, std::string(64, 'b'));
  const std::string now = from_now(0h);
  sql << "UPDATE auth_sessions SET replaced_by = :next, revoked_at = :now, ended_by = 'rotated' WHERE id = "
         ":id",
      use(second, "next"), use(now, "now"), use(first, "id");
  CHECK(count(sql, "SELECT count(*) FROM auth_sessions WHERE revoked_at IS NULL") == 1);

  SECTION("a token is stored once, as a hash, and ends for a reason") {
    CHECK_THROWS_AS(add_session(sql, std::string(64, 'a')), soci::soci_error);
    CHECK_THROWS_AS(add_session(sql, "a token itself"), soci::soci_error);
    CHECK(refuses(sql, "UPDATE auth_sessions SET ended_by = 'logged_out' WHERE revoked_at IS NULL"));
    CHECK(refuses(sql, "UPDATE auth_sessions SET ended_by = 'vanished' WHERE revoked_at IS NOT NULL"));
    CHECK(refuses(sql, "UPDATE auth_sessions SET expires_at = created_at"));
  }
  SECTION("a token has one successor, and a successor one predecessor") {
    const std::string third = add_session(sql, std::string(64, 'c'));
    CHECK(refuses(sql, "UPDATE auth_sessions SET replaced_by = '" + second + "' WHERE id = '" + third + "'"));
  }
  SECTION("a new password ends them all") {
    sql << "UPDATE auth_sessions SET revoked_at = :now, ended_by = 'password_reset' WHERE revoked_at IS NULL",
        use(now);
    CHECK(count(sql, "SELECT count(*) FROM auth_sessions WHERE revoked_at IS NULL") == 0);
  }
  SECTION("a successor that is deleted leaves its predecessor") {
    sql << "DELETE FROM auth_sessions WHERE id = :id", use(second);
    CHECK(count(sql, "SELECT count(*) FROM auth_sessions WHERE replaced_by IS NULL") == 1);
  }
  SECTION("they go with their admin") {
    sql << "DELETE FROM admins";
    CHECK(count(sql, "SELECT count(*) FROM auth_sessions") == 0);
  }
}

TEMPLATE_TEST_CASE("an admin sees the events with their lessons counted", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"baseline"};

  CHECK(lines(database.session(),
              "SELECT e.slug || ' ' || count(l.id) FROM events e "
              "LEFT JOIN lessons l ON l.event_id = e.id GROUP BY e.slug ORDER BY e.slug") ==
        std::vector<std::string>{"behind-the-door 1", "first-steps 3"});
}

TEMPLATE_TEST_CASE("an admin makes an event, publishes it, and deletes a lesson with what hangs on it", "",
                   sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"baseline"};
  auto& sql = database.session();
  const long long options_before = count(sql, "SELECT count(*) FROM options");

  std::string event, lesson, quiz, question;
  sql << "INSERT INTO events (name, slug, is_active) VALUES ('New', 'new', false) RETURNING id", into(event);
  CHECK(event.size() == 36);
  const std::string release = from_now(-1h);
  sql << "INSERT INTO lessons (event_id, position, slug, title, duration_minutes, release_at) "
         "VALUES (:event, 1, 'one', 'One', 10, :release) RETURNING id",
      use(event), use(release), into(lesson);
  sql << "INSERT INTO materials (lesson_id, name, mime_type, url, size_bytes) "
         "VALUES (:lesson, 'Sheet', 'application/pdf', '/sheet.pdf', 26214400)",
      use(lesson);
  sql << "INSERT INTO quizzes (lesson_id, title) VALUES (:lesson, 'Quiz') RETURNING id", use(lesson),
      into(quiz);
  sql << "INSERT INTO questions (quiz_id, position, prompt, kind) VALUES (:quiz, 1, '?', 'true_false') "
         "RETURNING id",
      use(quiz), into(question);
  sql << "INSERT INTO options (question_id, position, label, is_correct) VALUES (:question, 1, 'True', true)",
      use(question);
  sql << "INSERT INTO options (question_id, position, label) VALUES (:question, 2, 'False')", use(question);

  // What was left out has its default.
  CHECK(lines(sql,
              "SELECT visibility || ' ' || hero_title || short_description FROM events WHERE slug = 'new'") ==
        std::vector<std::string>{"public "});
  CHECK(count(sql, "SELECT view_count FROM lessons WHERE slug = 'one'") == 0);
  CHECK(count(sql, "SELECT pass_mark FROM quizzes WHERE title = 'Quiz'") == 70);

  CHECK(count(sql, "SELECT count(*) FROM events WHERE is_active") == 2);
  sql << "UPDATE events SET is_active = true WHERE id = :event", use(event);
  CHECK(count(sql, "SELECT count(*) FROM events WHERE is_active") == 3);

  sql << "DELETE FROM lessons WHERE id = :lesson", use(lesson);
  CHECK(count(sql, "SELECT count(*) FROM materials WHERE name = 'Sheet'") == 0);
  CHECK(count(sql, "SELECT count(*) FROM quizzes WHERE title = 'Quiz'") == 0);
  CHECK(count(sql, "SELECT count(*) FROM questions WHERE prompt = '?'") == 0);
  CHECK(count(sql, "SELECT count(*) FROM options") == options_before);
  CHECK(count(sql, "SELECT count(*) FROM events WHERE slug = 'new'") == 1);
}

TEMPLATE_TEST_CASE("what an admin can't store", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"baseline"};
  auto& sql = database.session();

  SECTION("events") {
    CHECK(refuses(sql, "INSERT INTO events (name, slug) VALUES ('Again', 'first-steps')"));
    CHECK(refuses(sql, "INSERT INTO events (name, slug) VALUES ('Not for a URL', 'a slug')"));
    CHECK(refuses(sql, "INSERT INTO events (name, slug) VALUES ('Not for a URL', 'Slug')"));
    CHECK(refuses(sql, "INSERT INTO events (name, slug) VALUES ('No slug', '')"));
    CHECK(refuses(sql, "INSERT INTO events (name, slug, visibility) VALUES ('No key', 'no-key', 'private')"));
    CHECK(
        refuses(sql, "INSERT INTO events (name, slug, visibility) VALUES ('Neither', 'neither', 'hidden')"));
    CHECK(refuses(sql, "INSERT INTO events (name, slug, colours) VALUES ('No json', 'no-json', '{')"));
    CHECK(refuses(sql, "INSERT INTO events (name, slug, is_active) VALUES ('No flag', 'no-flag', '2')"));
    CHECK(refuses(sql, "INSERT INTO events (slug) VALUES ('no-name')"));
    CHECK_FALSE(refuses(sql, "INSERT INTO events (name, slug) VALUES ('Fine', 'fine-2')"));
  }
  SECTION("lessons") {
    CHECK(refuses(sql, "UPDATE lessons SET position = 1 WHERE slug = 'starting'"));
    CHECK(refuses(sql, "UPDATE lessons SET position = 0 WHERE slug = 'starting'"));
    CHECK(refuses(sql, "UPDATE lessons SET slug = 'looking-back' WHERE slug = 'starting'"));
    CHECK(refuses(sql, "UPDATE lessons SET access_expires_at = release_at WHERE slug = 'starting'"));
    CHECK(refuses(sql, "UPDATE lessons SET video_id = 'abc' WHERE slug = 'starting'"));
    CHECK(refuses(sql, "UPDATE lessons SET release_at = 'someday' WHERE slug = 'starting'"));
    CHECK(refuses(sql, "UPDATE lessons SET event_id = id WHERE slug = 'starting'"));
    CHECK_FALSE(refuses(sql, "UPDATE lessons SET view_count = 3000000000 WHERE slug = 'starting'"));
    CHECK_FALSE(refuses(sql, "UPDATE lessons SET position = 4 WHERE slug = 'starting'"));
  }
  SECTION("materials, up to 25 MiB") {
    CHECK(refuses(sql, "UPDATE materials SET size_bytes = 0"));
    CHECK(refuses(sql, "UPDATE materials SET size_bytes = 26214401"));
    CHECK_FALSE(refuses(sql, "UPDATE materials SET size_bytes = 26214400"));
  }
  SECTION("quizzes") {
    CHECK(refuses(sql, "INSERT INTO quizzes (lesson_id, title) SELECT lesson_id, 'Second' FROM quizzes"));
    CHECK(refuses(sql, "UPDATE quizzes SET pass_mark = 101"));
    CHECK(refuses(sql, "UPDATE questions SET kind = 'essay'"));
    CHECK(refuses(sql, "UPDATE questions SET position = 7"));
    CHECK(refuses(sql, "UPDATE options SET is_correct = true"));
    CHECK_FALSE(refuses(sql, "UPDATE options SET is_correct = false"));
  }
  SECTION("admins") {
    CHECK(refuses(sql, "INSERT INTO admins (username, password_hash, email) "
                       "VALUES ('second', '*', 'ADMIN@Example.com')"));
    CHECK(refuses(
        sql, "INSERT INTO admins (username, password_hash, email) VALUES ('admin', '*', 'b@example.com')"));
    CHECK_FALSE(refuses(sql, "INSERT INTO admins (username, password_hash, email) "
                             "VALUES ('second', '*', 'B@example.com')"));
  }
}
