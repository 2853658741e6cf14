// Walks an admin's and a learner's journey through the LMS on a migrated and seeded database, and prints each
// step. Everything happens in one transaction that is rolled back, so that the walk can be repeated.
//   journeys [sqlite:lms.db | postgresql://…]     without an argument: DATABASE_URL, or else sqlite:lms.db
#include <schema/runtime/connection.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <stdexcept>
#include <string>

namespace {
using soci::into;
using soci::session;
using soci::use;
using namespace std::chrono_literals;

/// An instant as both backends take it; on SQLite this text is also how it is stored.
std::string from_now(std::chrono::minutes offset) {
  const auto instant =
      std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now() + offset);
  const auto seconds = std::chrono::floor<std::chrono::seconds>(instant);
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)), (instant - seconds).count());
}

void heading(const char* text) { fmt::print("\n{}\n", text); }
void step(const std::string& text) { fmt::print("  {}\n", text); }

/// What was looked up; a walk on a database without seeds ends here.
std::string found(session& sql, const std::string& value, const char* what) {
  if (!sql.got_data()) throw std::runtime_error(std::string("no ") + what + " here: seed the database first");
  return value;
}

// -- the admin
// --------------------------------------------------------------------------------------------------------

void log_in(session& sql) {
  std::string admin, first, second;
  sql << "SELECT id FROM admins WHERE username = 'admin'", into(admin);
  // A service draws random tokens, hands them out and stores their SHA-256. Here the hashes stand for
  // themselves.
  const std::string first_hash(64, 'a'), second_hash(64, 'b');
  const std::string now = from_now(0h), expires = from_now(7 * 24h);
  const std::string add = "INSERT INTO auth_sessions (admin_id, token_hash, created_at, expires_at) "
                          "VALUES (:admin, :hash, :now, :expires) RETURNING id";
  sql << add, use(admin), use(first_hash), use(now), use(expires), into(first);
  sql << add, use(admin), use(second_hash), use(now), use(expires), into(second);
  sql << "UPDATE auth_sessions SET replaced_by = :next, revoked_at = :now, ended_by = 'rotated' WHERE id = "
         ":id",
      use(second, "next"), use(now, "now"), use(first, "id");
  step("logged in; the refresh token was rotated once, so the first one is worth nothing now");
}

void list_events(session& sql) {
  std::string name, kind, shown;
  long long lessons = 0;
  soci::statement query = (sql.prepare << "SELECT e.name, e.visibility, CASE WHEN e.is_active THEN 'active' "
                                          "ELSE 'inactive' END, count(l.id) FROM events e "
                                          "LEFT JOIN lessons l ON l.event_id = e.id "
                                          "GROUP BY e.id, e.name, e.visibility, e.is_active ORDER BY e.name",
                           into(name), into(kind), into(shown), into(lessons));
  query.execute();
  while (query.fetch()) step(fmt::format("{:<24} {:<8} {:<8} {} lessons", name, kind, shown, lessons));
}

/// The key of the event that the admin makes, and its SHA-256 as `printf %s "$key" | sha256sum` prints it.
const std::string key = "walk-through";
const std::string key_hash = "b22fba9bd8840f223e36b83e04663e27acb5b8e2cb181f86a30702118a540a52";

void author_an_event(session& sql) {
  std::string event, lesson, quiz, question;
  sql << "INSERT INTO events (name, slug, visibility, access_key_hash, is_active) "
         "VALUES ('Made by Hand', 'made-by-hand', 'private', :hash, false) RETURNING id",
      use(key_hash), into(event);
  const std::string release = from_now(-1h);
  sql << "INSERT INTO lessons (event_id, position, slug, title, duration_minutes, release_at) "
         "VALUES (:event, 1, 'only', 'The only lesson', 10, :release) RETURNING id",
      use(event), use(release), into(lesson);
  sql << "INSERT INTO materials (lesson_id, name, mime_type, url, size_bytes) "
         "VALUES (:lesson, 'Sheet', 'application/pdf', '/sheet.pdf', 4096)",
      use(lesson);
  sql << "INSERT INTO quizzes (lesson_id, title) VALUES (:lesson, 'One question') RETURNING id", use(lesson),
      into(quiz);
  sql << "INSERT INTO questions (quiz_id, position, prompt, kind) "
         "VALUES (:quiz, 1, 'Is this a walk?', 'true_false') RETURNING id",
      use(quiz), into(question);
  const std::string add_option = "INSERT INTO options (question_id, position, label, is_correct) VALUES ";
  sql << add_option + "(:question, 1, 'True', true)", use(question);
  sql << add_option + "(:question, 2, 'False', false)", use(question);
  sql << "UPDATE events SET is_active = true WHERE id = :event", use(event);
  step("created and published the private event Made by Hand: a lesson, a material, a quiz");
}

void delete_a_lesson(session& sql) {
  const std::string count_all = "SELECT (SELECT count(*) FROM lessons) + (SELECT count(*) FROM materials) + "
                                "(SELECT count(*) FROM quizzes) + (SELECT count(*) FROM questions) + "
                                "(SELECT count(*) FROM options)";
  long long before = 0, after = 0;
  sql << count_all, into(before);
  sql << "DELETE FROM lessons WHERE slug = 'only'";
  sql << count_all, into(after);
  step(fmt::format("deleted its lesson, and {} rows went: it and what hung on it", before - after));
}

// -- the learner
// ------------------------------------------------------------------------------------------------------

void read_a_page(session& sql) {
  std::string event, name;
  sql << "SELECT e.id, e.name FROM events e JOIN lessons l ON l.event_id = e.id WHERE e.visibility = "
         "'public' "
         "AND e.is_active GROUP BY e.id, e.name ORDER BY count(l.id) DESC, e.name LIMIT 1",
      into(event), into(name);
  found(sql, event, "public event");
  step(fmt::format("opens {}", name));
  const std::string now = from_now(0h);
  std::string title, status;
  long long minutes = 0;
  soci::statement query =
      (sql.prepare << "SELECT title, duration_minutes, CASE WHEN release_at > :now THEN 'locked' "
                      "WHEN access_expires_at <= :now THEN 'expired' ELSE 'released' END "
                      "FROM lessons WHERE event_id = :event ORDER BY position",
       use(now, "now"), use(event, "event"), into(title), into(minutes), into(status));
  query.execute();
  while (query.fetch()) step(fmt::format("  {:<24} {:>3} min  {}", title, minutes, status));
}

void knock(session& sql, const std::string& learner, const std::string& hash, const std::string& whose) {
  std::string event;
  sql << "SELECT id FROM events WHERE slug = 'made-by-hand' AND is_active AND access_key_hash = :hash",
      use(hash), into(event);
  if (!sql.got_data()) return step(fmt::format("knocks at Made by Hand with {}: closed", whose));
  sql << "INSERT INTO enrollments (learner_id, event_id, access) VALUES (:learner, :event, 'key')",
      use(learner), use(event);
  step(fmt::format("knocks at Made by Hand with {}: enrolled", whose));
}

/// A quiz of a released lesson of an active event, so that there is something to take.
std::string open_a_lesson(session& sql, const std::string& learner) {
  const std::string now = from_now(0h);
  std::string lesson, title, quiz;
  long long materials = 0;
  sql << "SELECT l.id, l.title, q.id, (SELECT count(*) FROM materials m WHERE m.lesson_id = l.id) FROM "
         "lessons l "
         "JOIN events e ON e.id = l.event_id JOIN quizzes q ON q.lesson_id = l.id "
         "WHERE e.visibility = 'public' AND e.is_active AND l.release_at <= :now "
         "AND (l.access_expires_at IS NULL OR l.access_expires_at > :now) ORDER BY l.release_at DESC LIMIT 1",
      use(now, "now"), into(lesson), into(title), into(quiz), into(materials);
  found(sql, lesson, "released lesson with a quiz");
  sql << "INSERT INTO lesson_progress (learner_id, lesson_id) VALUES (:learner, :lesson) ON CONFLICT DO "
         "NOTHING",
      use(learner), use(lesson);
  sql << "UPDATE lessons SET view_count = view_count + 1 WHERE id = :lesson", use(lesson);
  step(fmt::format("reads {} and its materials, {} of them", title, materials));
  return quiz;
}

void take_the_quiz(session& sql, const std::string& learner, const std::string& quiz, bool knows_it) {
  const std::string started = from_now(0h);
  std::string attempt;
  sql << "INSERT INTO quiz_attempts (quiz_id, learner_id, started_at) VALUES (:quiz, :learner, :started) "
         "RETURNING id",
      use(quiz), use(learner), use(started), into(attempt);
  // Who knows it chooses the right option of each question, who doesn't the first wrong one.
  const char* choice = knows_it ? "o.is_correct"
                                : "o.position = (SELECT min(w.position) FROM options w "
                                  "WHERE w.question_id = q.id AND NOT w.is_correct)";
  sql << fmt::format(
      "INSERT INTO attempt_answers (attempt_id, question_id, option_id) SELECT a.id, q.id, o.id "
      "FROM quiz_attempts a JOIN questions q ON q.quiz_id = a.quiz_id "
      "JOIN options o ON o.question_id = q.id WHERE a.id = :attempt AND {}",
      choice),
      use(attempt);
  long long right = 0, all = 0;
  sql << "SELECT count(*) FROM questions WHERE quiz_id = :quiz", use(quiz), into(all);
  sql << "SELECT count(*) FROM attempt_answers a JOIN options o ON o.id = a.option_id "
         "WHERE a.attempt_id = :attempt AND o.is_correct",
      use(attempt), into(right);
  const long long score = (200 * right + all) / (2 * all);
  const std::string submitted = from_now(0h);
  sql << "UPDATE quiz_attempts SET submitted_at = :now, score = :score, passed = (SELECT pass_mark <= :score "
         "FROM quizzes WHERE quizzes.id = quiz_attempts.quiz_id) WHERE id = :attempt",
      use(submitted, "now"), use(score, "score"), use(attempt, "attempt");
}

void show_attempts(session& sql, const std::string& learner, const std::string& quiz) {
  std::string result;
  long long score = 0, number = 0;
  soci::statement query =
      (sql.prepare << "SELECT score, CASE WHEN passed THEN 'passed' ELSE 'not passed' END "
                      "FROM quiz_attempts WHERE quiz_id = :quiz AND learner_id = :learner "
                      "AND submitted_at IS NOT NULL ORDER BY started_at, score",
       use(quiz), use(learner), into(score), into(result));
  query.execute();
  while (query.fetch()) step(fmt::format("  attempt {}: {} %, {}", ++number, score, result));
}

void walk(session& sql) {
  std::string admin;
  sql << "SELECT id FROM admins WHERE username = 'admin'", into(admin);
  found(sql, admin, "admin");

  heading("The admin");
  log_in(sql);
  author_an_event(sql);
  list_events(sql);

  heading("The learner");
  std::string learner;
  sql << "INSERT INTO learners (email, display_name) VALUES ('walker@example.com', 'Wanda Walker') RETURNING "
         "id",
      into(learner);
  read_a_page(sql);
  knock(sql, learner, std::string(64, '0'), "a wrong key");
  knock(sql, learner, key_hash, "the key " + key);
  const std::string quiz = open_a_lesson(sql, learner);
  take_the_quiz(sql, learner, quiz, false);
  take_the_quiz(sql, learner, quiz, true);
  step("takes the quiz twice; the attempts stand beside each other");
  show_attempts(sql, learner, quiz);

  heading("The admin again");
  delete_a_lesson(sql);
}

} // namespace

int main(int argc, char** argv) {
  const char* const given = argc > 1 ? argv[1] : std::getenv("DATABASE_URL");
  try {
    schema::connection_options options;
    options.create = false;
    schema::connection database(given ? given : "sqlite:lms.db", options);
    soci::transaction transaction(database.session());
    walk(database.session());
    transaction.rollback();
    fmt::print("\nRolled back: nothing of this stays in {}.\n", database.url().redacted());
    return EXIT_SUCCESS;
  } catch (const soci::soci_error& error) {
    fmt::print(stderr, "journeys: {}\n", error.get_error_message());
  } catch (const std::exception& error) {
    fmt::print(stderr, "journeys: {}\n", error.what());
  }
  return EXIT_FAILURE;
}
