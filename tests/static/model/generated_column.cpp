// Generated columns: what their expressions may say, and who relies on them.
#include <tests/static/model/folded.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;
using schema::rule;

struct m0001 : migration<1, "members", create_enumeration<"rank", "guest", "member">,
                         create_table<"members", column<"id", bigint, primary_key>, column<"email", text>,
                                      column<"joined", timestamptz>, column<"rank", enumeration<"rank">>,
                                      column<"email_key", text, generated<"lower(email)">>>,
                         create_table<"notes", column<"id", bigint, primary_key>, column<"text", text>>> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct after : migrations<m0001, then<Operations...>> {};

/// The rule that the second migration breaks.
template <class... Operations> constexpr rule broken_by() {
  return schema::timeline_of<after<Operations...>>.found.broken;
}
template <class Type, schema::fixed_string Sql>
using added = add_column<"members", column<"made", Type, nullable, generated<Sql>>>;

} // namespace

TEST_CASE("an expression over the columns of the row, of the type of the column, the same for ever") {
  static_assert(broken_by<added<text, "upper(email)">>() == rule::none);
  static_assert(broken_by<added<boolean, "rank = 'guest'">>() == rule::none);
  static_assert(broken_by<added<boolean, "rank = 'gest'">>() == rule::no_such_label);
  static_assert(broken_by<added<text, "upper(mail)">>() == rule::no_such_column);
  static_assert(broken_by<added<integer, "upper(email)">>() == rule::value_type_differs);
  static_assert(broken_by<added<text, "gen_random_uuid()">>() == rule::volatile_function);
  static_assert(broken_by<added<date, "CAST(joined AS date)">>() == rule::index_not_immutable);
  static_assert(broken_by<added<text, "made">>() == rule::generated_from_generated);
  static_assert(broken_by<added<text, "email_key">>() == rule::generated_from_generated);
  static_assert(broken_by<added<bigint, "count(email)">>() == rule::syntax_error);
  SUCCEED();
}

TEST_CASE("texts that are compared are no constants: PostgreSQL would have no collation for them") {
  static_assert(broken_by<added<text, "lower('A')">>() == rule::generated_from_constants);
  static_assert(broken_by<added<text, "coalesce(email, upper('a'))">>() == rule::generated_from_constants);
  static_assert(broken_by<added<boolean, "replace('a', 'b', 'c') = email">>() ==
                rule::generated_from_constants);
  static_assert(broken_by<added<boolean, "'a' = 'b' OR email = 'a'">>() == rule::generated_from_constants);
  static_assert(broken_by<added<text, "lower(coalesce('A', email))">>() == rule::generated_from_constants);
  static_assert(broken_by<added<text, "lower(CASE WHEN 1 = 1 THEN 'A' ELSE email END)">>() ==
                rule::generated_from_constants);
  static_assert(broken_by<added<boolean, "'a' IN ('b', email)">>() == rule::generated_from_constants);
  static_assert(broken_by<added<boolean, "'a' BETWEEN 'b' AND email">>() == rule::generated_from_constants);
  static_assert(broken_by<added<boolean, "CASE 'a' WHEN email THEN TRUE WHEN 'b' THEN FALSE END">>() ==
                rule::generated_from_constants);
  static_assert(broken_by<added<boolean, "email BETWEEN 'b' AND 'c'">>() == rule::none);
  static_assert(broken_by<added<text, "lower(CASE WHEN email = '' THEN 'A' ELSE 'B' END)">>() == rule::none);
  static_assert(broken_by<added<boolean, "email = 'a' OR 1 = 1">>() == rule::none);
  static_assert(broken_by<added<boolean, "email IN ('a', 'b')">>() == rule::none);
  static_assert(broken_by<added<text, "'a' || substr('abc', 2, 1)">>() == rule::none);
  SUCCEED();
}

TEST_CASE("a column declared later may be read, and one added beside rows needs no default") {
  static_assert(
      broken_by<create_table<"t", column<"made", text, generated<"lower(a)">>, column<"a", text>>>() ==
      rule::none);
  static_assert(broken_by<add_column<"members", column<"made", text, generated<"lower(email)">>>>() ==
                rule::none);
  SUCCEED();
}

TEST_CASE("what it is worked out from is renamed, and neither dropped nor retyped") {
  static_assert(broken_by<rename_column<"members", "email", "mail">>() == rule::none);
  static_assert(broken_by<drop_column<"members", "email">>() == rule::still_referenced);
  static_assert(broken_by<alter_column<"members", "email", set_type<varchar<200>>>>() ==
                rule::still_referenced);
  static_assert(broken_by<drop_column<"members", "email_key">, drop_column<"members", "email">>() ==
                rule::none);
  SUCCEED();
}

TEST_CASE("an enumeration that one reads keeps its labels: PostgreSQL could not take the new one back") {
  static_assert(broken_by<add_value<"rank", "owner">>() == rule::none);
  static_assert(broken_by<added<boolean, "rank = 'guest'">, add_value<"rank", "owner">>() ==
                rule::still_referenced);
  static_assert(broken_by<added<enumeration<"rank">, "'guest'">, add_value<"rank", "owner">>() ==
                rule::still_referenced);
  SUCCEED();
}

TEST_CASE("its value and type are not altered; NOT NULL is") {
  static_assert(broken_by<alter_column<"members", "email_key", drop_not_null>>() == rule::none);
  static_assert(broken_by<alter_column<"members", "email_key", set_default<"">>>() ==
                rule::generated_altered);
  static_assert(broken_by<alter_column<"members", "email_key", drop_default>>() == rule::generated_altered);
  static_assert(broken_by<alter_column<"members", "email_key", set_type<varchar<9>>>>() ==
                rule::generated_altered);
  SUCCEED();
}

TEST_CASE("nobody assigns it: no statement, no referential action") {
  static_assert(
      broken_by<data<"INSERT INTO members (id, email, joined, rank) VALUES (1, 'A', now(), 'guest')">>() ==
      rule::none);
  static_assert(broken_by<data<"INSERT INTO members (id, email, joined, rank, email_key) "
                               "VALUES (1, 'A', now(), 'guest', 'a')">>() == rule::generated_assigned);
  static_assert(broken_by<data<"UPDATE members SET email_key = 'a'">>() == rule::generated_assigned);
  static_assert(
      broken_by<create_table<"marks", column<"id", bigint, primary_key>, column<"of", bigint, nullable>,
                             column<"twice", bigint, nullable, generated<"of * 2">,
                                    references<"notes", "id", on_delete::cascade>>>>() == rule::none);
  static_assert(
      broken_by<create_table<"marks", column<"id", bigint, primary_key>, column<"of", bigint, nullable>,
                             column<"twice", bigint, nullable, generated<"of * 2">,
                                    references<"notes", "id", on_delete::set_null>>>>() ==
      rule::generated_assigned);
  SUCCEED();
}
