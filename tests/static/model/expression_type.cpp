// Types of expressions: what has one, and what is refused, by the rule that refuses it.
#include <tests/static/model/typed.hpp>
#include <tests/static/verify.hpp>

using schema::rule;
using namespace typed;

TEST_CASE("comparisons are of one type, of numbers, or with a literal that is a value of it") {
  STATIC_REQUIRE(broken<"words = code"> == rule::none);
  STATIC_REQUIRE(broken<"small < big AND exact > short_float"> == rule::none);
  STATIC_REQUIRE(broken<"words = 'a' AND day > '2026-11-22' AND at > '2026-11-22T10:00:00Z'"> == rule::none);
  STATIC_REQUIRE(broken<"whole = NULL"> == rule::none);
  STATIC_REQUIRE(broken<"words = whole"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"flag = 1"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"day = at"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"day BETWEEN '2026-01-01' AND at"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"whole IN (1, 2, words)"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"id IS DISTINCT FROM words"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"whole > '5'"> == rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"day > 'tomorrow'"> == rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"id = 'x'"> == rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"flag = 'true'"> == rule::literal_not_of_type);
}

TEST_CASE("a literal beside an enumeration is one of its labels") {
  STATIC_REQUIRE(broken<"mood = 'sad'"> == rule::none);
  STATIC_REQUIRE(broken<"mood IN ('sad', 'glad')"> == rule::none);
  STATIC_REQUIRE(broken<"mood = 'sat'"> == rule::no_such_label);
  STATIC_REQUIRE(broken<"mood IN ('sad', 'slow')"> == rule::no_such_label);
  STATIC_REQUIRE(broken<"coalesce(mood, 'sat') = mood"> == rule::no_such_label);
  STATIC_REQUIRE(broken<"mood = pace"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"pace <> 'it''s'"> == rule::none);
  STATIC_REQUIRE(broken<"'sad' IN (mood, mood)"> == rule::none);
  STATIC_REQUIRE(broken<"'sad' BETWEEN mood AND mood"> == rule::labels_ordered);
  STATIC_REQUIRE(schema::timeline_of<history<check<"mood = 'sat'">>>.found.hint.view() == "sad");
}

TEST_CASE("labels are not ordered, and json is not compared: SQLite would do both as with texts") {
  STATIC_REQUIRE(broken<"mood < 'sad'"> == rule::labels_ordered);
  STATIC_REQUIRE(broken<"mood BETWEEN 'glad' AND 'sad'"> == rule::labels_ordered);
  STATIC_REQUIRE(broken<"greatest(mood, 'sad') = 'sad'"> == rule::labels_ordered);
  STATIC_REQUIRE(broken<"extra = '{}'"> == rule::json_compared);
  STATIC_REQUIRE(broken<"extra IN ('{}')"> == rule::json_compared);
  STATIC_REQUIRE(broken<"nullif(extra, '{}') IS NULL"> == rule::json_compared);
  STATIC_REQUIRE(broken<"coalesce(extra, '{}') IS NULL"> == rule::none);
  STATIC_REQUIRE(broken<"coalesce(extra, 'it') IS NULL"> == rule::literal_not_of_type);
}

TEST_CASE("conditions are boolean") {
  STATIC_REQUIRE(broken<"flag"> == rule::none);
  STATIC_REQUIRE(broken<"flag IS TRUE OR NOT flag"> == rule::none);
  STATIC_REQUIRE(broken<"whole"> == rule::condition_not_boolean);
  STATIC_REQUIRE(broken<"flag AND whole"> == rule::condition_not_boolean);
  STATIC_REQUIRE(broken<"NOT words"> == rule::condition_not_boolean);
  STATIC_REQUIRE(broken<"whole IS TRUE"> == rule::condition_not_boolean);
  STATIC_REQUIRE(broken<"CASE WHEN whole THEN TRUE END"> == rule::condition_not_boolean);
}

TEST_CASE("arithmetic is of numbers, and || of texts") {
  STATIC_REQUIRE(broken<"whole + big * 2 - small > exact / 3"> == rule::none);
  STATIC_REQUIRE(broken<"words || whole || 'x' = 'a1x'"> == rule::none);
  STATIC_REQUIRE(broken<"-words > 1"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"words + 1 > 1"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"day + 1 > day"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"short_float % 2 > 0"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"words || flag = 'a'"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"whole LIKE 'a%'"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"words -> 'a' IS NULL"> == rule::type_mismatch);
}

TEST_CASE("functions take what they are made for") {
  STATIC_REQUIRE(broken<"length(words) > 0 AND octet_length(data) > 0"> == rule::none);
  STATIC_REQUIRE(broken<"substr(words, 2, whole) = trim(code)"> == rule::none);
  STATIC_REQUIRE(broken<"round(exact, 1) > abs(whole)"> == rule::none);
  STATIC_REQUIRE(broken<"greatest(whole, 1, big) > 0"> == rule::none);
  STATIC_REQUIRE(broken<"lower(whole) = 'a'"> == rule::argument_type_differs);
  STATIC_REQUIRE(broken<"substr(words, big) = 'a'"> == rule::argument_type_differs);
  STATIC_REQUIRE(broken<"round(short_float, 1) > 0"> == rule::argument_type_differs);
  STATIC_REQUIRE(broken<"abs(words) > 0"> == rule::argument_type_differs);
  STATIC_REQUIRE(broken<"coalesce(words, whole) = 'a'"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"nullif(whole, 'a') = 1"> == rule::literal_not_of_type);
}

TEST_CASE("places in a text and digits to round to are literals, for SQLite counts from the end below them") {
  STATIC_REQUIRE(broken<"substr(words, whole) = 'a'"> == rule::argument_type_differs);
  STATIC_REQUIRE(broken<"substr(words, 0) = 'a'"> == rule::argument_type_differs);
  STATIC_REQUIRE(broken<"round(exact, -1) > 0"> == rule::argument_type_differs);
  STATIC_REQUIRE(broken<"round(exact, 0) > 0"> == rule::none);
}

TEST_CASE("a time is one of the calendar and the clock, with a zone where the type has one") {
  STATIC_REQUIRE(broken<"day > '2024-02-29'"> == rule::none);
  STATIC_REQUIRE(broken<"day > '2026-02-29'"> == rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"day > '2026-13-01'"> == rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"local_at > '2026-01-01 23:59:59.5'"> == rule::none);
  STATIC_REQUIRE(broken<"local_at > '2026-01-01 24:00'"> == rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"local_at > '2026-01-01T10:00+02:00'"> == rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"at > '2026-01-01T10:00+02:00'"> == rule::none);
  STATIC_REQUIRE(broken<"at > '2026-01-01 and so on'"> == rule::literal_not_of_type);
}

TEST_CASE("NULLIF has the type of what is not a literal") {
  STATIC_REQUIRE(broken<"nullif('2026-01-01', day) > day"> == rule::none);
  STATIC_REQUIRE(broken<"nullif('2026-01-01', day) = words"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"nullif(NULL, 3) = 'a'"> == rule::literal_not_of_type);
}

TEST_CASE("what stays on a column that changes its type is asked again") {
  STATIC_REQUIRE(retyped<check<"n % 2 = 0">, double_precision> == rule::type_mismatch);
  STATIC_REQUIRE(retyped<check<"n > 2">, double_precision> == rule::none);
  STATIC_REQUIRE(retyped<check<"CAST(n AS boolean)">, bigint> == rule::no_such_cast);
  STATIC_REQUIRE(retyped<index_on<expr("n % 2")>, numeric<9, 1, on_sqlite<text>>> == rule::type_mismatch);
}

TEST_CASE("casts lead where PostgreSQL's do") {
  STATIC_REQUIRE(broken<"CAST(flag AS integer) = 1 AND CAST(whole AS boolean)"> == rule::none);
  STATIC_REQUIRE(broken<"CAST('12' AS integer) = whole"> == rule::none);
  STATIC_REQUIRE(broken<"CAST(flag AS bigint) = 1"> == rule::no_such_cast);
  STATIC_REQUIRE(broken<"CAST(big AS boolean)"> == rule::no_such_cast);
  STATIC_REQUIRE(broken<"CAST(day AS uuid) = id"> == rule::no_such_cast);
  STATIC_REQUIRE(broken<"CAST('x' AS integer) = whole"> == rule::literal_not_of_type);
}

TEST_CASE("a part of a text is told with the parentheses that it opens") {
  const auto told = [](const auto& line) { return std::string(line.found.place()); };
  CHECK(told(schema::timeline_of<history<check<"abs(2) + (lower(words || ')')) > 1">>>) ==
        "abs(2) + (lower(words || ')'))");
  CHECK(told(schema::timeline_of<history<check<"flag AND lower(words)">>>) == "lower(words)");
  CHECK(told(schema::timeline_of<history<check<"(words) > whole">>>) == "(words) > whole");
}

TEST_CASE("the arms of a CASE have one type") {
  STATIC_REQUIRE(broken<"CASE WHEN flag THEN whole ELSE big END > 0"> == rule::none);
  STATIC_REQUIRE(broken<"CASE mood WHEN 'sad' THEN 'a' ELSE words END = 'a'"> == rule::none);
  STATIC_REQUIRE(broken<"CASE WHEN flag THEN whole ELSE words END > 0"> == rule::type_mismatch);
  STATIC_REQUIRE(broken<"CASE mood WHEN 'sat' THEN 1 END = 1"> == rule::no_such_label);
}

TEST_CASE("an expression as a default is of the type of its column") {
  STATIC_REQUIRE(default_broken<column<"a", timestamptz, default_expr<"now()">>> == rule::none);
  STATIC_REQUIRE(default_broken<column<"a", date, default_expr<"now()">>> == rule::none);
  STATIC_REQUIRE(default_broken<column<"a", bigint, default_expr<"1 + 1">>> == rule::none);
  STATIC_REQUIRE(default_broken<column<"a", text, default_expr<"lower('A')">>> == rule::none);
  STATIC_REQUIRE(default_broken<column<"a", integer, default_expr<"now()">>> == rule::default_type_differs);
  STATIC_REQUIRE(default_broken<column<"a", integer, default_expr<"1.5">>> == rule::default_type_differs);
  STATIC_REQUIRE(default_broken<column<"a", boolean, default_expr<"1">>> == rule::default_type_differs);
  STATIC_REQUIRE(default_broken<column<"a", uuid, default_expr<"'x'">>> == rule::literal_not_of_type);
  STATIC_REQUIRE(default_broken<column<"a", numeric<9, 2, on_sqlite<text>>, default_expr<"1.5">>> ==
                 rule::default_type_differs); // default_to<"1.50"> is
  STATIC_REQUIRE(default_broken<column<"a", enumeration<"mood">, default_expr<"'sat'">>> ==
                 rule::no_such_label);
}

namespace typed {
struct stays
    : migrations<
          migration<1, "a", create_table<"t", column<"at", timestamptz, nullable, default_expr<"now()">>>>,
          migration<2, "b", alter_column<"t", "at", set_not_null>, alter_column<"t", "at", drop_not_null>,
                    alter_column<"t", "at", set_not_null>>> {};
} // namespace typed

TEST_CASE("a default that stays is bound once, however often its column is altered") {
  STATIC_REQUIRE(schema::timeline_of<typed::stays>.found.is_sound());
  STATIC_REQUIRE(schema::timeline_of<typed::stays>.binding_count == 1);
}
