// Rows of a query: their order, their nulls, and what is refused.
#include "database.hpp"

using Catch::Matchers::Contains;

namespace {

/// Rows one behind the other, their values with bars between them.
std::string line(const schema::native::rows& rows) {
  std::string text;
  for (const auto& row : rows) {
    text += text.empty() ? "" : " / ";
    for (const auto& cell : row) text += "|" + cell.value_or("null");
  }
  return text;
}

} // namespace

TEMPLATE_TEST_CASE("rows hold what was selected", "", test::sqlite_database, test::postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  auto& session = connection.session();

  const auto rows =
      schema::native::query(session, "SELECT 1, 'a', NULL UNION ALL SELECT 2, '', 'z' ORDER BY 1");
  CHECK(rows.size() == 2);
  CHECK(rows.columns() == 3);
  CHECK(line(rows) == "|1|a|null / |2||z");
  CHECK(rows.front()[1] == "a");
  CHECK(rows[1].at(2).value() == "z");

  CHECK(schema::native::query(session, "SELECT 1 WHERE 1 = 0").empty());
  CHECK(line(schema::native::query(session, "SELECT 1; SELECT 2")) == "|1 / |2");
}

TEMPLATE_TEST_CASE("null is no text", "", test::sqlite_database, test::postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  const auto rows = schema::native::query(connection.session(), "SELECT NULL, ''");
  const auto null = rows[0][0], empty = rows[0][1];
  CHECK_FALSE(null);
  CHECK_FALSE(null.has_value());
  CHECK(null != "");
  CHECK(*null == "");
  CHECK(null.value_or("?") == "?");
  CHECK_THROWS_AS(null.value(), std::logic_error);
  CHECK(empty.has_value());
  CHECK(empty == "");
  CHECK(empty.value_or("?") == "");
}

TEMPLATE_TEST_CASE("what was not returned can't be read", "", test::sqlite_database,
                   test::postgresql_database) {
  if (!TestType::available()) return;
  TestType database;
  schema::connection connection(database.url());
  auto& session = connection.session();
  const auto rows = schema::native::query(session, "SELECT 1, 2");
  CHECK_THROWS_AS(rows.at(1), std::out_of_range);
  CHECK_THROWS_AS(rows.at(0).at(2), std::out_of_range);

  CHECK_THROWS_WITH(schema::native::query(session, "SELECT 1; SELECT 2, 3"), Contains("numbers of columns"));
  CHECK(test::value(session, "SELECT 4") == "4"); // the session goes on
}
