// How rows that were stored at version 1 fare on the way to today, and back.
#include "seeded.hpp"

using namespace journeys;
using test::postgresql_database;
using test::sqlite_database;

namespace {

constexpr const char* rows_of_version_1[] = {
    "INSERT INTO admins (id, username, password_hash, email) VALUES "
    "('ad000000-0000-4000-8000-000000000001', 'root', '*', ' Root@Example.com ')",
    "INSERT INTO admin_tokens (admin_id, token_hash, created_at, expires_at) VALUES "
    "('ad000000-0000-4000-8000-000000000001', "
    "'0000000000000000000000000000000000000000000000000000000000000000', "
    "'2024-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'), "
    "('ad000000-0000-4000-8000-000000000001', 'of the first days, not a hash', "
    "'2024-01-01T00:00:00.000Z', '2024-02-01T00:00:00.000Z')",
    "INSERT INTO events (id, title, slug, description, is_active) VALUES "
    "('e0000000-0000-4000-8000-000000000001', 'On', 'On Air', 'A long story', 1), "
    "('e0000000-0000-4000-8000-000000000002', 'Off', 'off', '', 0)",
    "INSERT INTO lessons (id, event_id, slug, title, video_provider, video_id, duration_minutes, release_at, "
    "view_count) VALUES "
    "('1e000000-0000-4000-8000-000000000003', 'e0000000-0000-4000-8000-000000000001', 'last', 'Last', "
    "'youtube', 'c', "
    "30, '2024-03-03T00:00:00.000Z', 3), "
    "('1e000000-0000-4000-8000-000000000002', 'e0000000-0000-4000-8000-000000000001', 'twin', 'Twin', '', "
    "'', "
    "20, '2024-02-02T00:00:00.000Z', 2147483647), "
    "('1e000000-0000-4000-8000-000000000001', 'e0000000-0000-4000-8000-000000000001', 'first', 'First', "
    "'youtube', "
    "'a', 10, '2024-02-02T00:00:00.000Z', 1), "
    "('1e000000-0000-4000-8000-000000000004', 'e0000000-0000-4000-8000-000000000002', 'only', 'Only', "
    "'vimeo', 'd', "
    "0, '2024-01-01T00:00:00.000Z', 0)",
    "INSERT INTO materials (lesson_id, name, mime_type, url, size_bytes) VALUES "
    "('1e000000-0000-4000-8000-000000000003', 'Slides', 'application/pdf', '/s.pdf', 10485760)",
    "INSERT INTO quizzes (id, lesson_id, title, passing_score, created_at) VALUES "
    "('91000000-0000-4000-8000-000000000001', '1e000000-0000-4000-8000-000000000003', 'Late', 50, "
    "'2024-03-02T00:00:00.000Z'), "
    "('91000000-0000-4000-8000-000000000002', '1e000000-0000-4000-8000-000000000003', 'Early', 60, "
    "'2024-03-01T00:00:00.000Z')",
    "INSERT INTO questions (id, quiz_id, sort_order, prompt) VALUES "
    "('95000000-0000-4000-8000-000000000001', '91000000-0000-4000-8000-000000000002', 2, 'B'), "
    "('95000000-0000-4000-8000-000000000002', '91000000-0000-4000-8000-000000000002', 1, 'A'), "
    "('95000000-0000-4000-8000-000000000003', '91000000-0000-4000-8000-000000000001', 1, 'gone')",
    "INSERT INTO options (question_id, sort_order, label, is_correct) VALUES "
    "('95000000-0000-4000-8000-000000000001', 1, 'yes', true), "
    "('95000000-0000-4000-8000-000000000001', 2, 'also yes', true), "
    "('95000000-0000-4000-8000-000000000001', 3, 'no', false), "
    "('95000000-0000-4000-8000-000000000002', 1, 'True', false), "
    "('95000000-0000-4000-8000-000000000002', 2, 'False', true), "
    "('95000000-0000-4000-8000-000000000003', 1, 'gone', true)",
};

} // namespace

TEMPLATE_TEST_CASE("rows of version 1 arrive today, and find their way back", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  using strings = std::vector<std::string>;
  TestType database;
  schema::connection connection(database.url());
  auto& sql = connection.session();
  auto migrator = schema::migrator_for<lms::history>(sql);
  migrator.up(1);
  for (const char* rows : rows_of_version_1) schema::native::run(sql, rows);
  migrator.up();

  CHECK(
      lines(sql,
            "SELECT name || '/' || slug || '/' || short_description || '/' || long_description || '/' || "
            "CASE WHEN is_active THEN 'on' ELSE 'off' END || '/' || visibility FROM events ORDER BY slug") ==
      strings{"Off/off///off/public", "On/on-air/A long story/A long story/on/public"});
  // In the order of their release, those of one instant in the order of their ids.
  CHECK(lines(sql,
              "SELECT position || ' ' || slug || ' ' || view_count || ' ' || coalesce(video_provider, '-') "
              "FROM lessons ORDER BY event_id, position") ==
        strings{"1 first 1 youtube", "2 twin 2147483647 -", "3 last 3 youtube", "1 only 0 vimeo"});
  // The earlier quiz of a lesson stays, and of two right options the first.
  CHECK(lines(sql, "SELECT title || ' ' || pass_mark FROM quizzes") == strings{"Early 60"});
  CHECK(lines(sql, "SELECT position || ' ' || prompt || ' ' || kind FROM questions ORDER BY position") ==
        strings{"1 A true_false", "2 B multiple_choice"});
  CHECK(lines(sql, "SELECT label FROM options WHERE is_correct ORDER BY label") == strings{"False", "yes"});
  CHECK(count(sql, "SELECT count(*) FROM options") == 5);
  CHECK(count(sql, "SELECT count(*) FROM materials") == 1);
  CHECK(lines(sql, "SELECT email FROM admins") == strings{"root@example.com"});
  CHECK(count(sql, "SELECT count(*) FROM auth_sessions") == 1);

  SECTION("a database at version 1 holds them again") {
    migrator.down_to(1);
    CHECK(lines(sql, "SELECT title || '/' || description || '/' || is_active FROM events ORDER BY title") ==
          strings{"Off//0", "On/A long story/1"});
    CHECK(
        lines(sql, "SELECT slug || '/' || video_provider || '/' || view_count FROM lessons ORDER BY slug") ==
        strings{"first/youtube/1", "last/youtube/3", "only/vimeo/0", "twin//2147483647"});
    CHECK(count(sql, "SELECT count(*) FROM options") == 5);
    CHECK(lines(sql, "SELECT title || ' ' || passing_score FROM quizzes") == strings{"Early 60"});
    CHECK(count(sql, "SELECT count(*) FROM admin_tokens") == 1);
    migrator.up();
    CHECK(lines(sql, "SELECT slug FROM lessons ORDER BY event_id, position") ==
          strings{"first", "twin", "last", "only"});
  }
  SECTION("nothing of it is left at version 0") {
    migrator.down_to(0);
    CHECK(test::tables(sql).empty());
    migrator.up();
    CHECK(count(sql, "SELECT count(*) FROM events") == 0);
  }
}

TEMPLATE_TEST_CASE("the demo rows survive every step down and up again", "", sqlite_database,
                   postgresql_database) {
  if (!TestType::available()) return;
  seeded<TestType> database{"demo"};
  auto& sql = database.session();
  auto migrator = schema::migrator_for<lms::history>(sql);
  const auto seen = [&] {
    return lines(sql, "SELECT e.slug || ' ' || l.position || ' ' || count(m.id) FROM events e "
                      "JOIN lessons l ON l.event_id = e.id LEFT JOIN materials m ON m.lesson_id = l.id "
                      "GROUP BY e.slug, l.position ORDER BY e.slug, l.position");
  };
  const auto before = seen();
  REQUIRE(before.size() == 14);
  migrator.down_to(8);
  migrator.up();
  CHECK(seen() == before);
  CHECK(count(sql, "SELECT count(*) FROM options") == 28);
  // True or false is found again by the options; learners are not, their tables were dropped on the way.
  CHECK(count(sql, "SELECT count(*) FROM questions WHERE kind = 'true_false'") == 5);
  CHECK(count(sql, "SELECT count(*) FROM learners") == 0);
}
