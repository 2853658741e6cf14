// What an expression gives without a row: what PostgreSQL would fail at is refused, and nothing of a row is.
#include <tests/static/model/typed.hpp>
#include <tests/static/verify.hpp>

using schema::rule;
using namespace typed;

TEST_CASE("a number of literals is one that its type holds") {
  STATIC_REQUIRE(broken<"big < 2147483647 + 0 AND big < 2147483648 * 1000"> == rule::none);
  STATIC_REQUIRE(broken<"big < 1000 * 60 * 60 * 24 * 30"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"big < CAST(1000 AS bigint) * 60 * 60 * 24 * 30"> == rule::none);
  STATIC_REQUIRE(broken<"big < 2147483647 + 1"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"big > -2147483647 - 1"> == rule::none);
  STATIC_REQUIRE(broken<"big > -2147483647 - 2"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"big < 9223372036854775807 + 1"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"whole < 9 * (whole + 3000000000 * 3000000000)"> == rule::none);
  STATIC_REQUIRE(broken<"whole < 9 * (whole + 3000000000 * 4000000000)"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"small = CAST(-32768 AS smallint)"> == rule::none);
  STATIC_REQUIRE(broken<"small = CAST(32768 AS smallint)"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"small = CAST('32768' AS smallint)"> == rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"whole = CAST(3000000000 AS integer)"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"small = CAST(abs(-40000) AS smallint)"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"small = -(CAST(-32767 AS smallint))"> == rule::none);
  STATIC_REQUIRE(broken<"small = -(CAST(-32768 AS smallint))"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"small = CAST(-32768 AS smallint) / CAST(-1 AS smallint)"> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"small = CAST(-32768 AS smallint) % CAST(-1 AS smallint)"> == rule::none);
  STATIC_REQUIRE(broken<"exact < 99999999999999999999 * 99999999999999999999"> == rule::none);
}

TEST_CASE("the least and the greatest of a type are held, written in marks too") {
  STATIC_REQUIRE(broken<"big >= CAST('-9223372036854775808' AS bigint)"> == rule::none);
  STATIC_REQUIRE(broken<"big <= CAST('9223372036854775807' AS bigint)"> == rule::none);
  STATIC_REQUIRE(broken<"big >= CAST('-9223372036854775809' AS bigint)"> == rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"big <= CAST('9223372036854775808' AS bigint)"> == rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"small >= CAST('-32768' AS smallint)"> == rule::none);
  STATIC_REQUIRE(broken<"small >= CAST('-' AS smallint)"> == rule::literal_not_of_type);
}

TEST_CASE("numbers of literals are the same at run time") {
  using schema::tests::verify_history;
  constexpr auto is_held = [](const auto& line) { return line.found.broken == rule::none; };
  constexpr auto is_beyond = [](const auto& line) {
    return line.found.broken == rule::constant_out_of_range;
  };
  verify_history<history<check<"small = CAST(32767 AS smallint)">>>(is_held);
  verify_history<history<check<"small = CAST(32768 AS smallint)">>>(is_beyond);
  verify_history<history<check<"small = -(CAST(-32767 AS smallint))">>>(is_held);
  verify_history<history<check<"small = -(CAST(-32768 AS smallint))">>>(is_beyond);
  verify_history<history<check<"big < 2147483646 + 1">>>(is_held);
  verify_history<history<check<"big < 2147483647 + 1">>>(is_beyond);
}

TEST_CASE("nothing is divided by a zero") {
  STATIC_REQUIRE(broken<"whole / 2 > 1 AND whole % (3 - 2) = 0"> == rule::none);
  STATIC_REQUIRE(broken<"whole / 0 > 1"> == rule::division_by_zero);
  STATIC_REQUIRE(broken<"whole % (3 - 3) = 0"> == rule::division_by_zero);
  STATIC_REQUIRE(broken<"exact / (0.0) > 1"> == rule::division_by_zero);
  STATIC_REQUIRE(broken<"exact / 0.1 > 1"> == rule::none);
  STATIC_REQUIRE(broken<"whole / nullif(whole, 0) > 1"> == rule::none);
}

TEST_CASE("a number goes into a column that holds it") {
  STATIC_REQUIRE(default_broken<column<"a", smallint, default_expr<"32767">>> == rule::none);
  STATIC_REQUIRE(default_broken<column<"a", smallint, default_expr<"32768">>> == rule::constant_out_of_range);
  STATIC_REQUIRE(default_broken<column<"a", smallint, default_expr<"-(32769)">>> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(default_broken<column<"a", bigint, default_expr<"3000000000">>> == rule::none);
  STATIC_REQUIRE(default_broken<column<"a", integer, default_expr<"3000000000">>> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(default_broken<column<"a", numeric<5, 2, on_sqlite<real>>, default_expr<"-999.99">>> ==
                 rule::none);
  STATIC_REQUIRE(default_broken<column<"a", numeric<5, 2, on_sqlite<real>>, default_expr<"1000">>> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(default_broken<column<"a", numeric<5, 2, on_sqlite<real>>, default_expr<"-1000.0">>> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(default_broken<column<"a", numeric<5, 2, on_sqlite<text>>, default_to<"999.99">>> ==
                 rule::none);
  STATIC_REQUIRE(default_broken<column<"a", numeric<5, 2, on_sqlite<text>>, default_to<"0001000.00">>> ==
                 rule::default_type_differs);
  STATIC_REQUIRE(default_broken<column<"a", numeric<5, 2, on_sqlite<real>>, default_to<999>>> == rule::none);
  STATIC_REQUIRE(default_broken<column<"a", numeric<5, 2, on_sqlite<real>>, default_to<1000>>> ==
                 rule::default_type_differs);
  STATIC_REQUIRE(default_broken<column<"a", varchar<3>, default_expr<"'abc'">>> == rule::none);
  STATIC_REQUIRE(default_broken<column<"a", varchar<3>, default_expr<"'abcd'">>> ==
                 rule::literal_not_of_type);
}

TEST_CASE("what is chosen before a row is asked goes into its type whatever is chosen") {
  STATIC_REQUIRE(broken<"small = CAST(CASE WHEN 1 < 2 THEN 32767 ELSE 3 END AS smallint)"> == rule::none);
  STATIC_REQUIRE(broken<"small = CAST(CASE WHEN 1 < 2 THEN 32768 ELSE 3 END AS smallint)"> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"small = CAST(CASE WHEN 1 < 2 THEN 32768 ELSE whole END AS smallint)"> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"small = CAST(CASE WHEN flag THEN 32768 ELSE 1 END AS smallint)"> == rule::none);
  STATIC_REQUIRE(broken<"small = CAST(CASE WHEN flag OR TRUE THEN 32768 ELSE 1 END AS smallint)"> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"small = CAST(CASE 1 WHEN 1 THEN 32768 END AS smallint)"> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"small = CAST(coalesce(NULL, 40000, whole) AS smallint)"> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"small = CAST(coalesce(whole, 40000) AS smallint)"> == rule::none);
  STATIC_REQUIRE(broken<"small = CAST(greatest(1, 40000) AS smallint)"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"small = CAST(least(whole, 40000) AS smallint)"> == rule::none);
  STATIC_REQUIRE(broken<"small = CAST(nullif(40000, 1) AS smallint)"> == rule::constant_out_of_range);
}

TEST_CASE("a divisor that asks no row is never zero") {
  STATIC_REQUIRE(broken<"whole / CAST(FALSE AS integer) > 1"> == rule::division_by_zero);
  STATIC_REQUIRE(broken<"whole / CAST(TRUE AS integer) > 1"> == rule::none);
  STATIC_REQUIRE(broken<"whole / CAST(1 > 2 AS integer) > 1"> == rule::division_by_zero);
  STATIC_REQUIRE(broken<"whole / CAST(flag AS integer) > 1"> == rule::none);
  STATIC_REQUIRE(broken<"whole / CAST(flag AND FALSE AS integer) > 1"> == rule::division_by_zero);
  STATIC_REQUIRE(broken<"whole / length('abc') > 1"> == rule::none);
  STATIC_REQUIRE(broken<"whole / length('') > 1"> == rule::division_by_zero);
  STATIC_REQUIRE(broken<"whole / strpos('abc', 'x') > 1"> == rule::division_by_zero);
  STATIC_REQUIRE(broken<"whole / nullif(strpos('abc', 'x'), 0) > 1"> == rule::none);
  STATIC_REQUIRE(broken<"whole / CAST(NULL AS integer) > 1"> == rule::none);
  STATIC_REQUIRE(broken<"exact / (1 - 0.25) > 1"> == rule::none);
  STATIC_REQUIRE(broken<"exact / (0.5 - 0.5) > 1"> == rule::division_by_zero);
  STATIC_REQUIRE(broken<"exact / 1e-12 > 1"> == rule::none);
  STATIC_REQUIRE(broken<"exact / CAST(0.4 AS integer) > 1"> == rule::division_by_zero);
  STATIC_REQUIRE(broken<"exact / CAST(0.4 AS numeric(3,0)) > 1"> == rule::division_by_zero);
  STATIC_REQUIRE(broken<"short_float / (CAST(0.1 AS real) - CAST(0.1 AS real)) > 1"> ==
                 rule::division_by_zero);
  STATIC_REQUIRE(broken<"short_float / (CAST(0.5 AS real) - 0.1) > 1"> == rule::none);
}

TEST_CASE("a number that is rounded is asked as it is then") {
  STATIC_REQUIRE(broken<"small = CAST(32767.4 AS smallint)"> == rule::none);
  STATIC_REQUIRE(broken<"small = CAST(32767.6 AS smallint)"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"whole = CAST(CAST(2147483647 AS real) AS integer)"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"whole = CAST(CAST(2147483647 AS double precision) AS integer)"> == rule::none);
  STATIC_REQUIRE(broken<"exact = CAST(999.994 AS numeric(5,2))"> == rule::none);
  STATIC_REQUIRE(broken<"exact = CAST(999.995 AS numeric(5,2))"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"exact = CAST(99999 AS numeric(4))"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"small = abs(CAST(-32768 AS smallint))"> == rule::constant_out_of_range);
  STATIC_REQUIRE(broken<"whole = CAST(round(2147483646.4) AS integer) + sign(3) * 2"> == rule::none);
}

TEST_CASE("a text that asks no row goes into its column") {
  using schema::dsl::column, schema::dsl::varchar, schema::dsl::default_expr;
  STATIC_REQUIRE(default_broken<column<"a", varchar<3>, default_expr<"'a''b'">>> == rule::none);
  STATIC_REQUIRE(default_broken<column<"a", varchar<3>, default_expr<"lower('ABC')">>> == rule::none);
  STATIC_REQUIRE(default_broken<column<"a", varchar<3>, default_expr<"lower('ABCD')">>> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(default_broken<column<"a", varchar<3>, default_expr<"'ab' || 'c'">>> == rule::none);
  STATIC_REQUIRE(default_broken<column<"a", varchar<3>, default_expr<"'ab' || 12">>> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(default_broken<column<"a", varchar<3>, default_expr<"-99">>> == rule::none);
  STATIC_REQUIRE(default_broken<column<"a", varchar<3>, default_expr<"-999">>> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(default_broken<column<"a", varchar<36>, default_expr<"CAST(gen_random_uuid() AS text)">>> ==
                 rule::none);
  STATIC_REQUIRE(default_broken<column<"a", varchar<35>, default_expr<"CAST(gen_random_uuid() AS text)">>> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(default_broken<column<"a", varchar<3>, default_expr<"substr('abcdef', 2, 3)">>> ==
                 rule::none);
  STATIC_REQUIRE(default_broken<column<"a", varchar<3>, default_expr<"substr('abcdef', 2, 4)">>> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(default_broken<column<"a", varchar<3>, default_expr<"replace('ab', 'b', 'cde')">>> ==
                 rule::constant_out_of_range);
  STATIC_REQUIRE(default_broken<column<"a", varchar<3>, default_expr<"CAST('abcdef' AS varchar(3))">>> ==
                 rule::none);
  STATIC_REQUIRE(
      default_broken<column<"a", varchar<3>, default_expr<"CAST('{\"a\": 12345}' AS json) ->> 'a'">>> ==
      rule::constant_out_of_range);
}

TEST_CASE("a text that asks no row is read as another type where it is a literal") {
  STATIC_REQUIRE(broken<"whole = CAST('12' AS integer)"> == rule::none);
  STATIC_REQUIRE(broken<"whole = CAST(lower('12') AS integer)"> == rule::literal_not_of_type);
  STATIC_REQUIRE(broken<"day = CAST('2026-' || '11-26' AS date)"> == rule::literal_not_of_type);
}

TEST_CASE("the characters that substr counts are none below 0") {
  STATIC_REQUIRE(broken<"substr(words, 1, 0) = ''"> == rule::none);
  STATIC_REQUIRE(broken<"substr(words, 1, -1) = ''"> == rule::argument_type_differs);
  STATIC_REQUIRE(broken<"substr(words, 1, 2 - 3) = ''"> == rule::argument_type_differs);
}
