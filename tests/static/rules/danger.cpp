// Which steps are refused until they say that they are meant, and which are not.
#include <catch2/catch.hpp>

#include <schema/triggers.hpp>

namespace {

using namespace schema::dsl;
using schema::rule;

struct m0001 : migration<1, "start", create_enumeration<"kind", "a", "b">,
                         create_table<"u", column<"id", integer, primary_key>>,
                         create_table<"t", column<"id", integer, primary_key>, column<"a", integer>,
                                      column<"n", integer, nullable>, column<"d", integer, default_to<0>>,
                                      column<"code", varchar<20>>, column<"note", text, default_to<"">>,
                                      column<"price", numeric<8, 2, on_sqlite<text>>>,
                                      column<"key", text, unique, default_to<"">>,
                                      column<"uid", uuid, unique, default_expr<"gen_random_uuid()">>,
                                      named<"by_a", index_on<"a">>>,
                         create_table<"rows", column<"id", integer, primary_key>, column<"a", integer>,
                                      column<"n", integer>>,
                         create_view<"shown", "SELECT id, a FROM rows">> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct history : migrations<m0001, then<Operations...>> {};

/// The rule that a second migration breaks.
template <class... Operations> constexpr rule broken_by() {
  return schema::find_history_fault<history<Operations...>>().broken;
}

template <class Operation> using assumed = assume_safe<"a test", Operation>;
using another = add_column<"t", column<"x", text, nullable>>;

} // namespace

TEST_CASE("what has a safe form is safe when it is alone") {
  static_assert(broken_by<create_index<"t", index_on<"n">>>() == rule::none);
  static_assert(broken_by<drop_index<"by_a">>() == rule::none);
  static_assert(broken_by<add_constraint<"t", check<"a > 0">>>() == rule::none);
  static_assert(broken_by<add_constraint<"t", foreign_key<columns<"a">, references_on<"u", "id">>>>() ==
                rule::none);
  static_assert(broken_by<add_constraint<"t", unique_on<"n">>>() == rule::none);
  static_assert(broken_by<alter_column<"t", "n", set_not_null>>() == rule::none);
  SUCCEED();
}

TEST_CASE("beside others it is not, unless that is said") {
  constexpr rule refused = rule::safe_form_not_alone;
  static_assert(broken_by<another, create_index<"t", index_on<"n">>>() == refused);
  static_assert(broken_by<drop_index<"by_a">, another>() == refused);
  static_assert(broken_by<another, add_constraint<"t", check<"a > 0">>>() == refused);
  static_assert(
      broken_by<another, add_constraint<"t", foreign_key<columns<"a">, references_on<"u", "id">>>>() ==
      refused);
  static_assert(broken_by<another, alter_column<"t", "n", set_not_null>>() == refused);
  static_assert(broken_by<another, assumed<create_index<"t", index_on<"n">>>>() == rule::none);
  static_assert(broken_by<create_table<"v", column<"id", integer>>, create_index<"v", index_on<"id">>>() ==
                rule::none);
  SUCCEED();
}

namespace {

struct unproven : migration<2, "for new rows", add_constraint<"t", not_valid<check<"c", "a > 0">>>, another> {
};
template <class... Operations> constexpr rule broken_after_unproven() {
  return schema::find_history_fault<migrations<m0001, unproven, migration<3, "then", Operations...>>>()
      .broken;
}

} // namespace

TEST_CASE("a constraint that is not valid reads no rows, and is proven beside those who write") {
  using proven = validate_constraint<"t", "c">;
  static_assert(broken_after_unproven<proven>() == rule::none);
  static_assert(broken_after_unproven<proven, add_column<"t", column<"y", text, nullable>>>() == rule::none);
  static_assert(broken_after_unproven<add_column<"t", column<"y", text, nullable>>, proven>() ==
                rule::scans_under_lock);
  static_assert(broken_after_unproven<add_column<"u", column<"y", text, nullable>>, proven>() == rule::none);
  static_assert(broken_after_unproven<add_column<"t", column<"y", text, nullable>>, assumed<proven>>() ==
                rule::none);
  static_assert(broken_after_unproven<assumed<add_constraint<"t", not_valid<check<"n IS NOT NULL">>>>,
                                      alter_column<"t", "n", set_not_null>>() == rule::safe_form_not_alone);
  SUCCEED();
}

TEST_CASE("NOT NULL that a CHECK proves reads no rows") {
  using proof = add_constraint<"t", check<"there", "n IS NOT NULL AND n > 0">>;
  struct second : migration<2, "a proof", proof> {};
  struct third : migration<3, "NOT NULL", alter_column<"t", "n", set_not_null>, another> {};
  struct proven_by_check : migrations<m0001, second, third> {};
  static_assert(schema::find_history_fault<proven_by_check>().is_sound());
  SUCCEED();
}

TEST_CASE("what comes with a constant, and what goes wider, is no alarm") {
  static_assert(broken_by<add_column<"t", column<"x", integer, default_to<1>>>>() == rule::none);
  static_assert(broken_by<add_column<"t", column<"x", timestamptz, default_expr<"now()">>>>() == rule::none);
  static_assert(broken_by<alter_column<"t", "code", set_type<varchar<40>>>>() == rule::none);
  static_assert(broken_by<alter_column<"t", "code", set_type<text>>>() == rule::none);
  static_assert(broken_by<alter_column<"t", "price", set_type<numeric<9, 2, on_sqlite<text>>>>>() ==
                rule::none);
  static_assert(broken_by<alter_column<"t", "a", drop_not_null>>() == rule::none);
  static_assert(broken_by<alter_column<"t", "d", set_default<7>>>() == rule::none);
  SUCCEED();
}

TEST_CASE("what writes all rows anew") {
  constexpr rule refused = rule::rewrites_table;
  static_assert(broken_by<add_column<"t", column<"x", uuid, default_expr<"gen_random_uuid()">>>>() ==
                refused);
  static_assert(broken_by<add_column<"t", column<"x", integer, nullable, generated<"a + 1">>>>() == refused);
  static_assert(broken_by<alter_column<"t", "a", set_type<bigint>>>() == refused);
  static_assert(broken_by<assumed<alter_column<"t", "a", set_type<bigint>>>>() == rule::none);
  SUCCEED();
}

TEST_CASE("a new column that brings a constraint has all rows read") {
  constexpr rule refused = rule::scans_under_lock;
  static_assert(broken_by<add_column<"t", column<"x", integer, nullable, unique>>>() == refused);
  static_assert(broken_by<add_column<"t", column<"x", integer, nullable, references<"u">>>>() == refused);
  static_assert(broken_by<add_column<"t", column<"x", integer, nullable, check<"x > 0">>>>() == refused);
  SUCCEED();
}

TEST_CASE("names that running programs know") {
  constexpr rule refused = rule::breaks_running_programs;
  static_assert(broken_by<rename_table<"t", "v">>() == refused);
  static_assert(broken_by<rename_column<"t", "a", "b">>() == refused);
  static_assert(broken_by<another, rename_column<"t", "x", "y">>() == rule::none);
  static_assert(broken_by<rename_index<"by_a", "by_b">>() == rule::none);
  static_assert(broken_by<rename_value<"kind", "a", "c">>() == refused);
  static_assert(broken_by<assumed<rename_value<"kind", "a", "c">>>() == rule::none);
  static_assert(broken_by<alter_column<"t", "d", drop_default>>() == refused);
  static_assert(broken_by<alter_column<"t", "d", drop_default>, alter_column<"t", "d", set_default<1>>>() ==
                rule::none);
  static_assert(broken_by<alter_column<"t", "d", drop_not_null, drop_default>>() == rule::none);
  SUCCEED();
}

TEST_CASE("a view that running programs read, and its columns") {
  static_assert(broken_by<drop_view<"shown">>() == rule::breaks_running_programs);
  static_assert(broken_by<assumed<drop_view<"shown">>>() == rule::none);
  static_assert(broken_by<drop_view<"shown">, create_view<"shown", "SELECT a, id FROM rows">>() ==
                rule::none);
  static_assert(broken_by<drop_view<"shown">, create_view<"shown", "SELECT id FROM rows">>() ==
                rule::breaks_running_programs);
  static_assert(broken_by<replace_view<"shown", "SELECT id, a, n FROM rows">>() == rule::none);
  static_assert(broken_by<replace_view<"shown", "SELECT id FROM rows">>() == rule::breaks_running_programs);
  static_assert(broken_by<create_view<"fresh", "SELECT id FROM rows">, drop_view<"fresh">>() == rule::none);
  SUCCEED();
}

TEST_CASE(
    "a function that running programs may call; those that return a trigger are called by triggers alone") {
  using f = create_function<"f", postgresql<"CREATE FUNCTION f(a int) RETURNS int AS ''">>;
  using other_result = postgresql<"CREATE FUNCTION f(a int) RETURNS bigint AS ''">;
  using of_trigger = create_function<"g", postgresql<"CREATE FUNCTION g() RETURNS trigger AS ''">>;
  struct functions : migration<2, "functions", f, of_trigger> {};
  const auto broken = []<class... Operations>(const migration<3, "then", Operations...>*) {
    struct third : migration<3, "then", Operations...> {};
    struct all : migrations<m0001, functions, third> {};
    return schema::find_history_fault<all>().broken;
  };
#define BROKEN_BY(...) broken(static_cast<const migration<3, "then", __VA_ARGS__>*>(nullptr))
  static_assert(BROKEN_BY(drop_function<"f">) == rule::breaks_running_programs);
  static_assert(BROKEN_BY(assumed<drop_function<"f">>) == rule::none);
  static_assert(BROKEN_BY(drop_function<"f">, f) == rule::none);
  static_assert(BROKEN_BY(replace_function<"f", other_result>) == rule::breaks_running_programs);
  static_assert(BROKEN_BY(replace_function<"f", postgresql<"CREATE FUNCTION f(a int) RETURNS int AS 'x'">>) ==
                rule::none);
  static_assert(BROKEN_BY(drop_function<"g">) == rule::none);
#undef BROKEN_BY
  SUCCEED();
}

TEST_CASE("data that is lost, which assume_safe does not say") {
  constexpr rule refused = rule::data_lost;
  static_assert(broken_by<drop_table<"t">>() == refused);
  static_assert(broken_by<assumed<drop_table<"t">>>() == refused);
  static_assert(broken_by<drop_table<"t", loses_data>>() == rule::none);
  static_assert(broken_by<another, drop_column<"t", "x">>() == rule::none);
  static_assert(broken_by<assumed<alter_column<"t", "a", set_type<smallint>>>>() == refused);
  static_assert(broken_by<assumed<alter_column<"t", "code", set_type<varchar<10>>>>>() == refused);
  static_assert(broken_by<assumed<alter_column<"t", "price", set_type<numeric<8, 1, on_sqlite<text>>>>>>() ==
                refused);
  static_assert(broken_by<assumed<alter_column<"t", "a", set_type<smallint, loses_data>>>>() == rule::none);
  static_assert(
      broken_by<
          assumed<alter_column<"t", "note", set_type<enumeration<"kind">, conversion<"'a'">, irreversible>,
                               set_default<"a">>>>() == refused);
  SUCCEED();
}

TEST_CASE("a column that can't come back to rows") {
  constexpr rule refused = rule::no_way_back;
  static_assert(broken_by<drop_column<"t", "code", loses_data>>() == refused);
  static_assert(broken_by<drop_column<"t", "key", loses_data>>() == refused);
  static_assert(broken_by<drop_column<"t", "uid", loses_data>>() == rule::none);
  static_assert(broken_by<drop_column<"t", "d", loses_data>>() == rule::none);
  static_assert(broken_by<drop_column<"t", "n", loses_data>>() == rule::none);
  static_assert(broken_by<drop_column<"t", "code", loses_data, irreversible>>() == rule::none);
  static_assert(broken_by<data<"DELETE FROM u", irreversible>, drop_column<"t", "code", loses_data>>() ==
                rule::none);
  static_assert(
      broken_by<alter_column<"t", "code", set_default<"">>, drop_column<"t", "code", loses_data>>() ==
      rule::none);
  SUCCEED();
}

TEST_CASE("a script for each backend that has something to do") {
  constexpr rule refused = rule::script_missing;
  using both = up<postgresql<"SELECT 1">, sqlite<"SELECT 1">>;
  static_assert(broken_by<execute<both, down<>>>() == rule::none);
  static_assert(broken_by<execute<both, down<postgresql<"SELECT 1">>>>() == refused);
  static_assert(broken_by<execute<up<postgresql<"SELECT 1">>, down<postgresql<"SELECT 1">>>>() == rule::none);
  static_assert(broken_by<execute<up<postgresql<"SELECT 1">>, irreversible, effects<drop_index<"by_a">>>>() ==
                refused);
  static_assert(broken_by<execute<both, down<>, effects<drop_index<"by_a">>>>() == refused);
  static_assert(broken_by<execute<both, irreversible, effects<drop_index<"by_a">>>>() == rule::none);
  static_assert(broken_by<execute<both, irreversible, effects<drop_table<"t">>>>() == rule::data_lost);
  static_assert(broken_by<execute<both, irreversible, effects<rename_table<"t", "v">>>>() ==
                rule::breaks_running_programs);
  static_assert(broken_by<assumed<execute<both, irreversible, effects<rename_table<"t", "v">>>>>() ==
                rule::none);
  static_assert(broken_by<execute<up<postgresql<"CLUSTER t">>, down<>>>() == rule::script_not_safe);
  static_assert(broken_by<execute<up<postgresql<"SELECT 1">>, down<postgresql<"COMMIT">>>>() ==
                rule::script_not_in_transaction);
  static_assert(broken_by<assumed<execute<up<postgresql<"CLUSTER t">>, down<>>>>() == rule::none);
  SUCCEED();
}
