// The learner's journey, on the baseline rows, on both backends.
#include "seeded.hpp"

using namespace journeys;
using soci::into;
using soci::use;
using test::postgresql_database;
using test::sqlite_database;

namespace {

const std::string learner_email = "learner@example.com";

std::string learner_of(soci::session& sql) {
  std::string id;
  sql << "SELECT id FROM learners WHERE email = :email", use(learner_email), into(id);
  return id;
}

/// The event that a key opens, or an empty text.
std::string knock(soci::session& sql, const std::string& slug, const std::string& key_hash) {
  std::string id;
  sql << "SELECT id FROM events WHERE slug = :slug AND is_active AND (visibility = 'public' OR "
         "access_key_hash = :hash)",
      use(slug), use(key_hash), into(id);
  return sql.got_data() ? id : std::string();
}

std::vector<std::string> lessons_of(soci::session& sql, const std::string& slug, const std::string& now) {
  std::string line;
  std::vector<std::string> list;
  soci::statement query =
      (sql.prepare << "SELECT l.slug || ' ' || CASE WHEN l.release_at > :now THEN 'locked' "
                      "WHEN l.access_expires_at <= :now THEN 'expired' ELSE 'released' END FROM lessons l "
                      "JOIN events e ON e.id = l.event_id WHERE e.slug = :slug ORDER BY l.position",
       use(now, "now"), use(slug, "slug"), into(line));
  query.execute();
  while (query.fetch()) list.push_back(line);
  return list;
}

/// An attempt in which the option at `choice` is taken for every question; returns its id.
std::string attempt(soci::session& sql, const std::string& choice) {
  const std::string learner = learner_of(sql), now = from_now(0h);
  std::string id;
  sql << "INSERT INTO quiz_attempts (quiz_id, learner_id, started_at) SELECT id, :learner, :now FROM quizzes "
         "RETURNING id",
      use(learner), use(now), into(id);
  sql << "INSERT INTO attempt_answers (attempt_id, question_id, option_id) SELECT a.id, q.id, o.id "
         "FROM quiz_attempts a JOIN questions q ON q.quiz_id = a.quiz_id JOIN options o ON o.question_id = "
         "q.id "
         "WHERE a.id = :attempt AND " +
             choice,
      use(id);
  return id;
}

void submit(soci::session& sql, const std::string& id) {
  const std::string now = from_now(0h);
  sql << "UPDATE quiz_attempts SET submitted_at = :now, score = (SELECT (200 * sum(CASE WHEN o.is_correct "
         "THEN 1 "
         "ELSE 0 END) + count(*)) / (2 * count(*)) FROM attempt_answers a JOIN options o ON o.id = "
         "a.option_id "
         "WHERE a.attempt_id = quiz_attempts.id), passed = false WHERE id = :id",
      use(now, "now"), use(id, "id");
  sql << "UPDATE quiz_attempts SET passed = (SELECT q.pass_mark <= score FROM quizzes q WHERE q.id = "
         "quiz_id) "
         "WHERE id = :id",
      use(id);
}

} // namespace

TEMPLATE_TEST_CASE("a learner opens a public event and sees what is locked, released and expired", "",
                   sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"baseline"};
  auto& sql = database.session();

  CHECK_FALSE(knock(sql, "first-steps", "").empty());
  CHECK(knock(sql, "no-such-event", "").empty());
  CHECK(lessons_of(sql, "first-steps", from_now(0h)) ==
        std::vector<std::string>{"looking-back expired", "starting released", "looking-ahead locked"});
  // The states follow from the clock alone.
  CHECK(lessons_of(sql, "first-steps", from_now(31 * 24h)) ==
        std::vector<std::string>{"looking-back expired", "starting released", "looking-ahead released"});
  CHECK(lessons_of(sql, "first-steps", from_now(-2 * 24h)) ==
        std::vector<std::string>{"looking-back released", "starting locked", "looking-ahead locked"});
}

TEMPLATE_TEST_CASE("a private event opens only with its key", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"baseline"};
  auto& sql = database.session();
  // printf %s open-sesame | sha256sum
  const std::string hash = "d7ecdf25eaf3deba0f2628771dbdd22d4138ab6cf38f91ed02a2ca0dec7c8ab7", wrong(64, '0');

  // As it was seeded it opens to nobody: the key was thrown away.
  CHECK(knock(sql, "behind-the-door", hash).empty());
  CHECK(knock(sql, "behind-the-door", "").empty());
  sql << "UPDATE events SET access_key_hash = :hash WHERE slug = 'behind-the-door'", use(hash);
  CHECK(knock(sql, "behind-the-door", wrong).empty());
  const std::string event = knock(sql, "behind-the-door", hash), learner = learner_of(sql);
  REQUIRE_FALSE(event.empty());

  const std::string enrol =
      "INSERT INTO enrollments (learner_id, event_id, access) VALUES ('" + learner + "', '" + event + "', ";
  CHECK(refuses(sql, enrol + "'luck')"));
  CHECK_FALSE(refuses(sql, enrol + "'key')"));
  CHECK(refuses(sql, enrol + "'invitation')")); // once is enough
  CHECK(refuses(sql,
                "INSERT INTO enrollments (learner_id, event_id) SELECT l.id, e.id FROM learners l, events e "
                "WHERE e.slug = 'first-steps'")); // how is always said
  CHECK(count(sql, "SELECT count(*) FROM enrollments") == 1);
  CHECK(refuses(sql, "UPDATE events SET access_key_hash = NULL WHERE slug = 'behind-the-door'"));

  sql << "DELETE FROM events WHERE slug = 'behind-the-door'";
  CHECK(count(sql, "SELECT count(*) FROM enrollments") == 0);
}

TEMPLATE_TEST_CASE("a learner reads a released lesson and its materials", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"baseline"};
  auto& sql = database.session();

  const std::string seen = "INSERT INTO lesson_progress (learner_id, lesson_id) SELECT r.id, l.id "
                           "FROM learners r, lessons l WHERE l.slug = 'starting'";
  CHECK_FALSE(refuses(sql, seen));
  CHECK(refuses(sql, seen)); // first seen is once
  sql << "UPDATE lessons SET view_count = view_count + 1 WHERE slug = 'starting'";
  CHECK(count(sql, "SELECT view_count FROM lessons WHERE slug = 'starting'") == 1);
  CHECK(
      lines(
          sql,
          "SELECT m.name FROM materials m JOIN lessons l ON l.id = m.lesson_id WHERE l.slug = 'starting'") ==
      std::vector<std::string>{"Notes"});

  const std::string before = from_now(-24h), after = from_now(24h);
  CHECK_THROWS_AS((sql << "UPDATE lesson_progress SET completed_at = :at", use(before)), soci::soci_error);
  CHECK_NOTHROW((sql << "UPDATE lesson_progress SET completed_at = :at", use(after)));
}

TEMPLATE_TEST_CASE("a learner takes the quiz, and a second attempt stands beside the first", "",
                   sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"baseline"};
  auto& sql = database.session();

  submit(sql,
         attempt(sql, "o.position = (SELECT max(x.position) FROM options x WHERE x.question_id = q.id)"));
  submit(sql, attempt(sql, "o.position = 1"));
  submit(sql, attempt(sql, "o.is_correct"));
  CHECK(lines(sql,
              "SELECT score || CASE WHEN passed THEN ' passed' ELSE ' not passed' END FROM quiz_attempts "
              "ORDER BY score") == std::vector<std::string>{"0 not passed", "50 passed", "100 passed"});
  CHECK(count(sql, "SELECT count(*) FROM attempt_answers") == 6);

  SECTION("an answer is an option of its question, and the only one") {
    const std::string id = attempt(sql, "o.is_correct AND q.position = 1");
    const std::string answer = "INSERT INTO attempt_answers (attempt_id, question_id, option_id) SELECT '" +
                               id + "', q.id, o.id FROM questions q, options o WHERE ";
    CHECK(refuses(sql, answer + "q.position = 2 AND o.question_id <> q.id AND o.position = 1"));
    CHECK(refuses(
        sql, answer + "q.position = 1 AND o.question_id = q.id AND NOT o.is_correct AND o.position = 1"));
    CHECK_FALSE(refuses(sql, answer + "q.position = 2 AND o.question_id = q.id AND o.is_correct"));
  }
  SECTION("an attempt is submitted with a score and a result, or open without") {
    const std::string id = attempt(sql, "o.is_correct");
    const std::string set = "UPDATE quiz_attempts SET ", one = " WHERE id = '" + id + "'";
    CHECK(refuses(sql, set + "score = 50" + one));
    CHECK(refuses(sql, set + "passed = true" + one));
    CHECK(refuses(sql, set + "submitted_at = started_at" + one));
    CHECK(refuses(sql, set + "submitted_at = started_at, score = 101, passed = true" + one));
    CHECK_FALSE(refuses(sql, set + "submitted_at = started_at, score = 100, passed = true" + one));
  }
  SECTION("attempts go with their quiz, and with their learner") {
    const auto deletion = GENERATE(as<std::string>{}, "DELETE FROM learners", "DELETE FROM events");
    CHECK_FALSE(refuses(sql, deletion));
    CHECK(count(sql, "SELECT count(*) FROM quiz_attempts") == 0);
    CHECK(count(sql, "SELECT count(*) FROM attempt_answers") == 0);
  }
}

TEMPLATE_TEST_CASE("a learner's address is one address in any case", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"baseline"};
  auto& sql = database.session();

  const std::string add = "INSERT INTO learners (email, display_name) VALUES (";
  CHECK(refuses(sql, add + "'Learner@Example.COM', 'Lea again')"));
  CHECK_FALSE(refuses(sql, add + "'Other@Example.COM', 'Otto')"));
  CHECK(lines(sql, "SELECT display_name FROM learners WHERE lower(email) = lower('LEARNER@example.com')") ==
        std::vector<std::string>{"Lea Learner"});
}
