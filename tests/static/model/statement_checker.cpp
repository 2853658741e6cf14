// Data statements against the schema at their instant: what is refused, by the rule that refuses it.
#include <schema/dsl.hpp>
#include <tests/static/verify.hpp>

namespace stated {
using namespace schema::dsl;

struct first
    : migration<1, "tables", create_enumeration<"mood", "sad", "glad">,
                create_table<
                    "t", column<"id", bigint, primary_key, identity>, column<"name", text>,
                    column<"code", varchar<3>, nullable, unique>, column<"whole", integer, default_to<0>>,
                    column<"exact", numeric<12, 2, on_sqlite<text>>, nullable>,
                    column<"rounded", numeric<12, 2, on_sqlite<real>>, nullable>,
                    column<"ratio", double_precision, nullable>, column<"flag", boolean, default_to<false>>,
                    column<"at", timestamptz, default_expr<"now()">>, column<"day", date, nullable>,
                    column<"mood", enumeration<"mood">, default_to<"sad">>, column<"extra", json, nullable>>,
                create_table<"u", column<"id", bigint, primary_key>,
                             column<"t_id", bigint, references<"t", "id">>, column<"name", text>,
                             column<"amount", integer, nullable>, unique_on<"t_id", "name">>> {};
template <schema::fixed_string Sql> struct second : migration<2, "rows", data<Sql>> {};
template <schema::fixed_string Sql> struct history : migrations<first, second<Sql>> {};

template <schema::fixed_string Sql>
inline constexpr const schema::finding& found = schema::timeline_of<history<Sql>>.found;
template <schema::fixed_string Sql> inline constexpr schema::rule broken = found<Sql>.broken;
} // namespace stated

using schema::rule;
using namespace stated;

TEST_CASE("names are those of the tables in reach, at that instant") {
  STATIC_REQUIRE(broken<"UPDATE t SET name = lower(name) WHERE whole > 1"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t AS x SET name = x.code WHERE x.code IS NOT NULL"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET nam = 'a'"> == rule::no_such_column);
  STATIC_REQUIRE(found<"UPDATE t SET nam = 'a'">.hint.view() == "name");
  STATIC_REQUIRE(found<"UPDATE t SET nam = 'a'">.begin == 13);
  STATIC_REQUIRE(broken<"UPDATE t SET name = cod"> == rule::no_such_column);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE t.nam = 'a'"> == rule::no_such_column);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE x.name = 'a'"> == rule::no_such_table);
  STATIC_REQUIRE(broken<"DELETE FROM t AS x WHERE t.name = 'a'"> == rule::no_such_table);
  STATIC_REQUIRE(broken<"DELETE FROM v"> == rule::no_such_table);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE EXISTS (SELECT 1 FROM v)"> == rule::no_such_table);
  STATIC_REQUIRE(broken<"INSERT INTO u (id, t_id, nam) VALUES (1, 1, 'a')"> == rule::no_such_column);
}

TEST_CASE("selects see what is around them, and one source each") {
  STATIC_REQUIRE(
      broken<"DELETE FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t_id = t.id AND amount > whole)"> ==
      rule::none);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE id IN (SELECT t_id FROM u WHERE name = 'a')"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET name = u.name FROM u WHERE u.t_id = t.id"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET name = name FROM u WHERE u.t_id = t.id"> == rule::ambiguous_column);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE EXISTS (SELECT 1 FROM u, t AS v WHERE name = 'a')"> ==
                 rule::ambiguous_column);
  STATIC_REQUIRE(broken<"UPDATE t SET name = u.name FROM u, u WHERE u.t_id = t.id"> ==
                 rule::source_named_twice);
  STATIC_REQUIRE(broken<"UPDATE t SET name = 'a' FROM t"> == rule::source_named_twice);
  STATIC_REQUIRE(broken<"UPDATE t SET name = 'a' FROM u AS v, (SELECT id FROM t) AS v"> ==
                 rule::source_named_twice);
  STATIC_REQUIRE(broken<"UPDATE t SET name = 'a' FROM t AS other WHERE other.id = t.id"> == rule::none);
  STATIC_REQUIRE(broken<"WITH a AS (SELECT id FROM u), a AS (SELECT id FROM t) DELETE FROM t WHERE id IN "
                        "(SELECT id FROM a)"> == rule::source_named_twice);
  STATIC_REQUIRE(
      broken<"WITH a AS (SELECT id FROM u) DELETE FROM t WHERE id IN (WITH a AS (SELECT id FROM t) "
             "SELECT id FROM a)"> == rule::none);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE EXISTS (SELECT 1 FROM u JOIN u ON TRUE)"> ==
                 rule::source_named_twice);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE EXISTS (SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM t))"> ==
                 rule::none);
  STATIC_REQUIRE(
      broken<"UPDATE t SET whole = d.n FROM (SELECT t_id, count(*) AS n FROM u GROUP BY t_id) AS d "
             "WHERE d.t_id = t.id"> == rule::none);
  STATIC_REQUIRE(
      broken<"WITH d AS (SELECT t_id, max(amount) AS n FROM u GROUP BY t_id) UPDATE t SET whole = d.n "
             "FROM d WHERE d.t_id = t.id"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET whole = d.m FROM (SELECT max(amount) AS n FROM u) AS d"> ==
                 rule::no_such_column);
  STATIC_REQUIRE(
      broken<"DELETE FROM t WHERE whole IN (SELECT amount FROM u, (SELECT u.id AS k FROM t) AS d)"> ==
      rule::no_such_table); // neighbours in FROM are not seen
  STATIC_REQUIRE(broken<"UPDATE t SET whole = (SELECT max(amount), 1 FROM u)"> == rule::value_count_differs);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE id IN (SELECT id, t_id FROM u)"> == rule::value_count_differs);
  STATIC_REQUIRE(
      broken<"INSERT INTO u (id, t_id, name) SELECT id, id, name FROM t UNION SELECT id, id FROM t"> ==
      rule::value_count_differs);
}

TEST_CASE("beside aggregates stand keys of GROUP BY") {
  STATIC_REQUIRE(
      broken<"INSERT INTO u (id, t_id, name) SELECT max(id), t_id, name FROM u GROUP BY t_id, name"> ==
      rule::none);
  STATIC_REQUIRE(broken<"INSERT INTO u (id, t_id, name) SELECT max(id), t_id, name FROM u GROUP BY t_id"> ==
                 rule::column_not_grouped);
  STATIC_REQUIRE(broken<"INSERT INTO u (id, t_id, name) SELECT max(u.id), 1, lower(u.name) FROM u GROUP BY "
                        "lower(u.name) HAVING count(*) > 1"> == rule::none);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE whole > (SELECT amount + count(*) FROM u)"> ==
                 rule::column_not_grouped);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE whole > (SELECT count(*) + t.whole FROM u)"> == rule::none);
}

TEST_CASE("INSERT gives every column that needs a value one, of its type") {
  STATIC_REQUIRE(broken<"INSERT INTO t (name) VALUES ('a'), ('b')"> == rule::none);
  STATIC_REQUIRE(broken<"INSERT INTO u (id, t_id, name) SELECT id, id, name FROM t WHERE flag"> ==
                 rule::none);
  STATIC_REQUIRE(broken<"INSERT INTO u VALUES (1, 2, 'a', NULL)"> == rule::none);
  STATIC_REQUIRE(broken<"INSERT INTO t (whole) VALUES (1)"> == rule::required_column_missing);
  STATIC_REQUIRE(found<"INSERT INTO t (whole) VALUES (1)">.object.view() == "name");
  STATIC_REQUIRE(broken<"INSERT INTO t DEFAULT VALUES"> == rule::required_column_missing);
  STATIC_REQUIRE(broken<"INSERT INTO t (name) VALUES (NULL)"> == rule::null_into_not_null);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, code) VALUES ('a', NULL)"> == rule::none);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, name) VALUES ('a', 'b')"> == rule::declared_twice);
  STATIC_REQUIRE(broken<"INSERT INTO t (name) VALUES ('a', 'b')"> == rule::value_count_differs);
  STATIC_REQUIRE(broken<"INSERT INTO u VALUES (1, 2, 'a')"> == rule::value_count_differs);
  STATIC_REQUIRE(broken<"INSERT INTO t (name) VALUES (name)"> == rule::no_such_column);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, whole) VALUES ('a', 'b')"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, whole) VALUES ('a', '12')"> == rule::none);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, whole) VALUES ('a', 1.5)"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, flag) VALUES ('a', 1)"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, exact) VALUES ('a', '12.50')"> == rule::none);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, exact) VALUES ('a', 12.5)"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, exact) VALUES ('a', '12.5')"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, code) VALUES ('a', 'four')"> == rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, mood) VALUES ('a', 'sat')"> == rule::no_such_label);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, day) VALUES ('a', '2026-02-30')"> == rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, at) VALUES ('a', '2026-11-22T10:30:00.000Z')"> == rule::none);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, at) VALUES ('a', '2026-11-22 10:30')"> ==
                 rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, extra) VALUES ('a', '{}')"> == rule::none);
  STATIC_REQUIRE(broken<"INSERT INTO t (name, extra) VALUES ('a', '{')"> == rule::literal_not_of_type);
}

TEST_CASE("ON CONFLICT names a key, and RETURNING columns") {
  STATIC_REQUIRE(
      broken<"INSERT INTO t (name, code) VALUES ('a', 'b') ON CONFLICT (code) DO UPDATE SET name = "
             "excluded.name WHERE t.flag"> == rule::none);
  STATIC_REQUIRE(broken<"INSERT INTO u VALUES (1, 2, 'a', 3) ON CONFLICT (name, t_id) DO NOTHING"> ==
                 rule::none);
  STATIC_REQUIRE(broken<"INSERT INTO t (name) VALUES ('a') ON CONFLICT (name) DO NOTHING"> ==
                 rule::conflict_not_on_key);
  STATIC_REQUIRE(broken<"INSERT INTO t (name) VALUES ('a') ON CONFLICT (nam) DO NOTHING"> ==
                 rule::no_such_column);
  STATIC_REQUIRE(
      broken<"INSERT INTO t (name) VALUES ('a') ON CONFLICT (id) DO UPDATE SET name = excluded.nam"> ==
      rule::no_such_column);
  STATIC_REQUIRE(
      broken<"INSERT INTO t (name) VALUES ('a') ON CONFLICT (id) DO UPDATE SET name = name || 'x'"> ==
      rule::ambiguous_column);
  STATIC_REQUIRE(
      broken<"INSERT INTO t (name) VALUES ('a') ON CONFLICT (id) DO UPDATE SET name = t.name || 'x' "
             "RETURNING id"> == rule::none);
  STATIC_REQUIRE(broken<"DELETE FROM t RETURNING id, upper(name) AS n"> == rule::none);
  STATIC_REQUIRE(broken<"INSERT INTO u SELECT * FROM u"> == rule::syntax_error);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE id IN (SELECT * FROM u)"> == rule::syntax_error);
  STATIC_REQUIRE(broken<"DELETE FROM t RETURNING nam"> == rule::no_such_column);
}

TEST_CASE("UPDATE assigns what goes into the column") {
  STATIC_REQUIRE(broken<"UPDATE t SET code = NULL, flag = TRUE, at = now()"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET name = NULL"> == rule::null_into_not_null);
  STATIC_REQUIRE(broken<"UPDATE t SET name = 'a', name = 'b'"> == rule::declared_twice);
  STATIC_REQUIRE(broken<"UPDATE t SET flag = whole"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"UPDATE t SET day = now()"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"UPDATE t SET mood = lower(name)"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"UPDATE t SET mood = CASE WHEN flag THEN 'sad' ELSE 'glad' END"> ==
                 rule::value_type_differs); // PostgreSQL makes a text of it
  STATIC_REQUIRE(broken<"UPDATE t SET whole = (SELECT coalesce(sum(u.id * 2), 0) FROM u)"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET whole = (SELECT avg(u.id) FROM u)"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"UPDATE t SET whole = (SELECT sum(u.id) / 2 FROM u)"> == rule::not_on_both_backends);
  STATIC_REQUIRE(broken<"UPDATE t SET mood = CASE WHEN flag THEN 'sad' ELSE mood END"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET whole = whole WHERE name"> == rule::condition_not_boolean);
  STATIC_REQUIRE(broken<"UPDATE t SET whole = whole WHERE name = 1"> == rule::type_mismatch);
}

TEST_CASE("what SQLite would take as it is written, and answer otherwise") {
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE exact > 3"> == rule::not_on_both_backends);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE id IN (SELECT t_id FROM u ORDER BY -1 LIMIT 1)"> ==
                 rule::not_on_both_backends);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE id IN (SELECT t_id FROM u ORDER BY -(-(2)) LIMIT 1)"> ==
                 rule::not_on_both_backends);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE id IN (SELECT t_id FROM u ORDER BY -t_id LIMIT 1)"> ==
                 rule::none);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE exact IS NULL"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET whole = CAST(ratio AS integer)"> == rule::not_on_both_backends);
  STATIC_REQUIRE(broken<"UPDATE t SET ratio = round(ratio)"> == rule::not_on_both_backends);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE extra ->> 'a' = 'b'"> == rule::not_on_both_backends);
  STATIC_REQUIRE(broken<"UPDATE t SET name = CAST(whole AS text)"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET name = name || whole + 1"> == rule::not_on_both_backends);
  STATIC_REQUIRE(broken<"UPDATE t SET name = name || (whole + 1)"> == rule::none);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE flag = name LIKE 'a%'"> == rule::not_on_both_backends);
  STATIC_REQUIRE(broken<"DELETE FROM t WHERE flag = (name LIKE 'a%')"> == rule::none);
}

TEST_CASE("an UPDATE whose select reads what it assigns") {
  STATIC_REQUIRE(broken<"UPDATE t SET whole = (SELECT max(whole) FROM t)"> == rule::update_reads_itself);
  STATIC_REQUIRE(broken<"UPDATE t SET whole = (SELECT count(*) FROM t AS x WHERE x.whole < t.whole)"> ==
                 rule::update_reads_itself);
  STATIC_REQUIRE(broken<"UPDATE t SET whole = (SELECT count(*) FROM t AS x WHERE x.id < t.id)"> ==
                 rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET flag = TRUE WHERE flag = (SELECT x.flag FROM t AS x WHERE x.id = 1)"> ==
                 rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET whole = d.m FROM (SELECT max(whole) AS m FROM t) AS d"> == rule::none);
  STATIC_REQUIRE(broken<"WITH w AS (SELECT max(whole) AS m FROM t) UPDATE t SET whole = (SELECT m FROM w)"> ==
                 rule::update_reads_itself);
  STATIC_REQUIRE(broken<"WITH w AS (SELECT max(whole) AS m FROM t) UPDATE t SET whole = w.m FROM w"> ==
                 rule::none);
  STATIC_REQUIRE(
      broken<"WITH w AS (SELECT id FROM t WHERE whole > 1) UPDATE t SET whole = 0 WHERE id IN (SELECT id "
             "FROM w)"> == rule::none);
}

TEST_CASE("a number that PostgreSQL would round, and SQLite not") {
  STATIC_REQUIRE(broken<"UPDATE t SET rounded = 1.25 + whole"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET rounded = -rounded - 2"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET rounded = coalesce(rounded, 0.5)"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET rounded = round(rounded * 1.19, 2)"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET rounded = '12.5'"> == rule::none);
  STATIC_REQUIRE(broken<"UPDATE t SET rounded = 1.255"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"UPDATE t SET rounded = 1e-3"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"UPDATE t SET rounded = '1.255'"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"UPDATE t SET rounded = rounded * 1.19"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"UPDATE t SET rounded = round(rounded * 1.19, 3)"> == rule::value_type_differs);
  STATIC_REQUIRE(broken<"UPDATE t SET rounded = ratio"> == rule::value_type_differs);
}

namespace marked {
using namespace schema::dsl;

struct first : migration<1, "marks in names",
                         create_table<quoted<"a \"table\"">, column<quoted<"a \"column\"">, integer>,
                                      check<"\"a \"\"column\"\"\" > 0">>> {};
template <schema::fixed_string Sql> struct history : migrations<first, migration<2, "rows", data<Sql>>> {};
template <schema::fixed_string Sql>
inline constexpr schema::rule broken = schema::timeline_of<history<Sql>>.found.broken;
} // namespace marked

TEST_CASE("a mark in a name is doubled in SQL") {
  STATIC_REQUIRE(marked::broken<R"(UPDATE "a ""table""" SET "a ""column""" = 1)"> == rule::none);
  STATIC_REQUIRE(marked::broken<R"(UPDATE "a ""table" SET "a ""column""" = 1)"> == rule::no_such_table);
  STATIC_REQUIRE(marked::broken<R"(UPDATE "a ""table""" SET "a ""Column""" = 1)"> == rule::no_such_column);
}
