// Texts of columns that have two collations: refused where they are compared, taken where they are not.
#include <tests/static/model/folded.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;
using schema::rule;

using nocase = collate<"und-x-icu", "NOCASE">;
struct m0001
    : migration<1, "members",
                create_table<"members", column<"id", integer, primary_key>, column<"c", text, collate<"C">>,
                             column<"d", text, collate<"C">>, column<"n", text, nocase>,
                             column<"plain", text>, column<"usual", text, collate<"default", "BINARY">>>> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct after : migrations<m0001, then<Operations...>> {};
template <class... Operations>
constexpr schema::finding found_in = schema::timeline_of<after<Operations...>>.found;
template <class... Operations> constexpr rule broken_by = found_in<Operations...>.broken;
template <schema::fixed_string Sql>
constexpr rule checked = broken_by<add_constraint<"members", check<"k", Sql>>>;
template <schema::fixed_string Sql> constexpr rule shown = broken_by<create_view<"v", Sql>>;
template <schema::fixed_string Sql> constexpr rule changed = broken_by<data<Sql>>;

constexpr rule mixed = rule::collations_mixed, sound = rule::none;

} // namespace

TEST_CASE("what compares texts, or changes their case, asks for one collation") {
  static_assert(checked<"c = n"> == mixed && checked<"c = d"> == sound && checked<"c = plain"> == sound);
  static_assert(checked<"plain = n AND usual = n"> == sound);
  static_assert(checked<"c IN ('a', n)"> == mixed && checked<"plain IN (c, n)"> == sound);
  static_assert(checked<"c BETWEEN d AND n"> == mixed && checked<"plain BETWEEN c AND n"> == sound);
  static_assert(checked<"(c || n) LIKE 'a%'"> == mixed && checked<"length(c || n) > 1"> == sound);
  static_assert(checked<"c IS DISTINCT FROM n"> == mixed && checked<"(c || n) IS NULL"> == sound);
  static_assert(checked<"coalesce(c, n) = 'a'"> == mixed && checked<"coalesce(c, n) IS NULL"> == sound);
  static_assert(checked<"CASE WHEN id > 1 THEN c ELSE n END > 'a'"> == mixed);
  static_assert(checked<"CASE c WHEN n THEN 1 ELSE 2 END = 1"> == mixed);
  static_assert(checked<"CASE plain WHEN c THEN 1 WHEN n THEN 2 END = 1"> == sound);
  static_assert(checked<"length(lower(c || n)) = 1"> == mixed && checked<"strpos(c, n) = 1"> == mixed);
  static_assert(checked<"length(replace(c, n, 'a')) = 1"> == mixed);
  static_assert(checked<"length(substr(c || n, 1, 2)) = 1"> == sound);
  static_assert(checked<"greatest(c, n) IS NULL"> == mixed && checked<"nullif(c, n) IS NULL"> == mixed);
  static_assert(checked<"trim(CAST(c || n AS text)) = plain"> == mixed);
  constexpr auto told = found_in<add_constraint<"members", check<"k", "lower(plain || c || d || n) = 'a'">>>;
  static_assert(told.place() == "lower(plain || c || d || n)" && told.other.view() == "C and und-x-icu");
  SUCCEED();
}

TEST_CASE("indexes, generated columns and conversions ask as well") {
  static_assert(broken_by<create_index<"members", index_on<expr("c || n")>>> == mixed);
  static_assert(broken_by<create_index<"members", index_on<expr("c || d")>>> == sound);
  static_assert(broken_by<create_index<"members", index_on<"id", where("c = n")>>> == mixed);
  static_assert(broken_by<add_column<"members", column<"g", text, generated<"c || n">>>> == sound);
  static_assert(broken_by<add_column<"members", column<"g", boolean, generated<"c = n">>>> == mixed);
  static_assert(
      broken_by<
          alter_column<"members", "plain", set_type<text, conversion<"upper(c || n)">, irreversible>>> ==
      mixed);
  SUCCEED();
}

TEST_CASE("queries and statements ask where rows are told apart or sorted") {
  static_assert(shown<"SELECT c || n AS t FROM members"> == mixed); // of which collation is the column?
  static_assert(shown<"SELECT id FROM members ORDER BY c || n"> == mixed);
  static_assert(shown<"SELECT max(c || n) AS t FROM members"> == mixed);
  static_assert(shown<"SELECT count(c || n) AS t FROM members"> == sound);
  static_assert(shown<"SELECT count(DISTINCT c || n) AS t FROM members"> == mixed);
  static_assert(shown<"SELECT count(*) AS t FROM members GROUP BY c || n"> == mixed);
  static_assert(shown<"SELECT c AS t FROM members UNION SELECT n FROM members"> == mixed);
  static_assert(shown<"SELECT p.id FROM members AS p JOIN members AS q ON p.c = q.n"> == mixed);
  static_assert(shown<"SELECT p.id FROM (SELECT id, lower(c) AS a, n FROM members) AS p WHERE a = n"> ==
                mixed);
  static_assert(shown<"SELECT id FROM members WHERE c IN (SELECT n FROM members)"> == mixed);
  static_assert(changed<"UPDATE members SET plain = c || n"> == sound);
  static_assert(changed<"UPDATE members SET plain = lower(c || n)"> == mixed);
  static_assert(changed<"DELETE FROM members WHERE c = (SELECT max(q.n) FROM members AS q)"> == mixed);
  static_assert(
      changed<"INSERT INTO members (id, c, d, n, plain, usual) SELECT id + 9, c, d, n, c || n, d FROM "
              "members"> == sound);
  static_assert(changed<"INSERT INTO members (id, c, d, n, plain, usual) SELECT DISTINCT id + 9, c, d, n, "
                        "c || n, d FROM members"> == mixed);
  SUCCEED();
}

TEST_CASE("a view's column has the collation of its query") {
  using view = create_view<"v", "SELECT id, lower(c) AS first, n, plain || c AS third FROM members">;
  static_assert(broken_by<view, create_view<"w", "SELECT id FROM v WHERE first = n">> == mixed);
  static_assert(broken_by<view, create_view<"w", "SELECT id FROM v WHERE third = n">> == mixed);
  static_assert(broken_by<view, create_view<"w", "SELECT id FROM v WHERE first = third">> == sound);
  SUCCEED();
}

TEST_CASE("what stands on a column is asked again when it gets another collation") {
  using same = add_constraint<"members", check<"k", "c = d">>;
  static_assert(broken_by<same, alter_column<"members", "d", set_collation<"und-x-icu", "NOCASE">>> == mixed);
  static_assert(broken_by<same, alter_column<"members", "d", drop_collation>> == sound);
  SUCCEED();
}

TEST_CASE("a constant is no key of GROUP BY or ORDER BY, unless it is the place of an item") {
  static_assert(shown<"SELECT id FROM members ORDER BY 'x'"> == rule::not_on_both_backends);
  static_assert(shown<"SELECT id FROM members ORDER BY 2"> == rule::not_on_both_backends);
  static_assert(shown<"SELECT count(*) AS t FROM members GROUP BY ('x')"> == rule::not_on_both_backends);
  static_assert(shown<"SELECT id, plain FROM members ORDER BY 2"> == sound);
  static_assert(shown<"SELECT id FROM members ORDER BY plain || 'x'"> == sound);
  SUCCEED();
}
