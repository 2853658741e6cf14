// What the demo rows promise: every state, every kind, and stored results that agree with the answers.
#include "seeded.hpp"

using namespace journeys;
using test::postgresql_database;
using test::sqlite_database;

TEMPLATE_TEST_CASE("the demo rows show every case", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"demo"};
  auto& sql = database.session();

  CHECK(count(sql, "SELECT count(*) FROM (SELECT DISTINCT visibility, is_active FROM events) AS kinds") == 4);
  CHECK(count(sql, "SELECT count(DISTINCT kind) FROM questions") == 2);
  CHECK(count(sql, "SELECT count(DISTINCT access) FROM enrollments") == 3);
  CHECK(count(sql, "SELECT count(DISTINCT lesson_id) FROM materials") >= 5);
  CHECK(count(sql, "SELECT count(*) FROM lessons WHERE view_count > 1000") == 1);
  CHECK(count(sql, "SELECT count(*) FROM quiz_attempts WHERE submitted_at IS NULL") == 1);
  CHECK(count(sql, "SELECT count(*) FROM auth_sessions WHERE replaced_by IS NOT NULL") == 1);

  // NULL, the empty text, quotation marks, a comma, a line break and letters beyond ASCII arrive as they were
  // written.
  CHECK(count(sql, "SELECT count(*) FROM lessons WHERE description = ''") > 0);
  CHECK(count(sql, "SELECT count(*) FROM lessons WHERE video_id IS NULL") > 0);
  CHECK(
      lines(sql, "SELECT display_name FROM learners ORDER BY email") ==
      std::vector<std::string>{"Ada Reader", "Ben \"Benny\" Baker", "Chloé Newcomer", "Dev, who only looks"});
  CHECK(lines(sql, "SELECT long_description FROM events WHERE slug = 'sql-for-the-curious'") ==
        std::vector<std::string>{
            "Five evenings with tables, keys and joins.\nBring a laptop; the rest is on it."});
}

TEMPLATE_TEST_CASE("the demo's lessons are locked, released and expired on any day", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"demo"};

  const std::string now = from_now(0h);
  std::string line;
  std::vector<std::string> states;
  soci::statement query =
      (database.session().prepare
           << "SELECT slug || ' ' || CASE WHEN release_at > :now THEN 'locked' "
              "WHEN access_expires_at <= :now THEN 'expired' ELSE 'released' END FROM lessons "
              "WHERE event_id IN (SELECT id FROM events WHERE slug = 'sql-for-the-curious') "
              "ORDER BY position",
       soci::use(now, "now"), soci::into(line));
  query.execute();
  while (query.fetch()) states.push_back(line);
  CHECK(states == std::vector<std::string>{"tables expired", "keys released", "joins released",
                                           "grouping locked", "transactions locked"});
}

TEMPLATE_TEST_CASE("the demo's results agree with its answers", "", sqlite_database, postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"demo"};
  auto& sql = database.session();

  CHECK(count(sql, "SELECT count(*) FROM quiz_attempts WHERE submitted_at IS NOT NULL") == 6);
  CHECK(count(sql,
              "SELECT count(*) FROM quiz_attempts a JOIN quizzes z ON z.id = a.quiz_id "
              "WHERE a.submitted_at IS NOT NULL AND ((a.score >= z.pass_mark) <> a.passed OR a.score <> "
              "(SELECT (200 * sum(CASE WHEN o.is_correct THEN 1 ELSE 0 END) + count(*)) / (2 * count(*)) "
              "FROM attempt_answers w JOIN options o ON o.id = w.option_id WHERE w.attempt_id = a.id))") ==
        0);
  CHECK(count(sql, "SELECT count(*) FROM attempt_answers w JOIN quiz_attempts a ON a.id = w.attempt_id "
                   "JOIN questions q ON q.id = w.question_id WHERE q.quiz_id <> a.quiz_id") == 0);
  // Every question has one right option.
  CHECK(count(sql, "SELECT count(*) FROM questions") ==
        count(sql, "SELECT count(*) FROM options WHERE is_correct"));
  CHECK(count(sql, "SELECT count(*) FROM questions q WHERE NOT EXISTS "
                   "(SELECT 1 FROM options o WHERE o.question_id = q.id AND o.is_correct)") == 0);
}
