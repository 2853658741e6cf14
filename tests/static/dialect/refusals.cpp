#include <schema/dialect/refusal.hpp>
#include <schema/dsl/migration.hpp>
#include <schema/model/fold.hpp>
#include <tests/static/verify.hpp>

namespace refused {
using namespace schema::dsl;

template <class Check>
struct with_check
    : migration<
          1, "table", create_enumeration<"kind", "a", "b">,
          create_table<"t", column<"id", integer, primary_key>, column<"name", text>, column<"data", json>,
                       column<"kind", enumeration<"kind">>, column<"at", timestamptz>, Check>> {};
template <class Check> struct history : migrations<with_check<Check>> {};

template <class Statement>
struct changing
    : migrations<
          migration<1, "table", create_table<"t", column<"id", integer>, column<"name", text>>, Statement>> {
};

template <class Check>
constexpr schema::refusal_reason
    reason = schema::find_history_refusal(schema::timeline_of<history<Check>>).what.reason;
template <class Statement>
constexpr schema::refusal_reason
    statement_reason = schema::find_history_refusal(schema::timeline_of<changing<Statement>>).what.reason;

} // namespace refused

using namespace schema;

using schema::dsl::check;
using schema::dsl::data;

TEST_CASE("an expression that SQLite would read otherwise is refused") {
  STATIC_REQUIRE(refused::reason<check<"CAST(name AS integer) > 0">> == refusal_reason::cast);
  STATIC_REQUIRE(refused::reason<check<"name LIKE lower(name)">> == refusal_reason::like_pattern);
}

TEST_CASE("one that is translated is not") {
  STATIC_REQUIRE(refused::reason<check<"name LIKE 'a%' AND kind = 'a' AND kind IN ('a', 'b')">> ==
                 refusal_reason::none);
  STATIC_REQUIRE(refused::reason<check<"CAST(id AS text) <> name AND CAST(NULL AS date) IS NULL">> ==
                 refusal_reason::none);
  STATIC_REQUIRE(refused::reason<check<"at > '2020-01-01'::timestamptz AND data ->> 'n' = '5'">> ==
                 refusal_reason::none);
}

TEST_CASE("data statements are refused by their tokens") {
  STATIC_REQUIRE(sql::statement_of<"DELETE FROM t WHERE name ILIKE 'a'">.fault ==
                 sql::syntax_fault::not_supported); // the parser's affair
  STATIC_REQUIRE(refused::statement_reason<data<"DELETE FROM t WHERE CAST(name AS date) > now()">> ==
                 refusal_reason::not_in_statements);
  STATIC_REQUIRE(
      refused::statement_reason<data<"DELETE FROM t WHERE name LIKE 'a%' AND char_length(name) > 3">> ==
      refusal_reason::none);
}

TEST_CASE("a refusal says where") {
  constexpr auto found =
      find_history_refusal(timeline_of<refused::history<check<"id > 0 AND name LIKE lower(name)">>>);
  STATIC_REQUIRE(found.text == "id > 0 AND name LIKE lower(name)");
  STATIC_REQUIRE(found.text.substr(found.what.begin, found.what.size) == "LIKE");
  STATIC_REQUIRE(found.instant == 2);
}
