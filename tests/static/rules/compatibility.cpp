// Which programs run against which schema, and what each migration asks of those that run beside it.
#include <catch2/catch.hpp>

#include <schema/compatible.hpp>
#include <schema/lms.hpp>

namespace {

using namespace schema::dsl;
using schema::migration_class;
using schema::rule;

struct m0001
    : migration<1, "start", create_enumeration<"kind", "a">,
                create_table<"u", column<"id", integer, primary_key>>,
                create_table<"t", column<"id", integer, primary_key>, column<"a", integer>,
                             column<"n", integer, nullable>, column<"d", integer, default_to<0>>,
                             column<"code", varchar<20>, unique>, column<"kind", enumeration<"kind">>>> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct history : migrations<m0001, then<Operations...>> {};

/// What programs of version 1 stumble over at version 2.
template <class... Operations> constexpr rule forwards() {
  using all = history<Operations...>;
  return schema::find_incompatibility(schema::timeline_of<all>, all::schema_migrations, 1, 2).broken;
}
/// What programs of version 2 stumble over at version 1.
template <class... Operations> constexpr rule backwards() {
  using all = history<Operations...>;
  return schema::find_incompatibility(schema::timeline_of<all>, all::schema_migrations, 2, 1).broken;
}
template <class... Operations> constexpr migration_class class_of_second() {
  return schema::class_of<history<Operations...>, 2>;
}

using nullable_column = add_column<"t", column<"x", text, nullable>>;
using dropped = drop_column<"t", "n", loses_data>;
using longer = alter_column<"t", "code", set_type<varchar<40>>>;
using label = add_value<"kind", "b">;

} // namespace

TEST_CASE("what is added and may be left out is met by older programs, not by newer ones before it") {
  static_assert(forwards<nullable_column>() == rule::none);
  static_assert(backwards<nullable_column>() == rule::column_gone);
  static_assert(forwards<create_table<"v", column<"id", integer>>>() == rule::none);
  static_assert(backwards<create_table<"v", column<"id", integer>>>() == rule::table_gone);
  static_assert(class_of_second<nullable_column>() == migration_class::expands);
  SUCCEED();
}

TEST_CASE("what is dropped may go once no program knows it") {
  static_assert(forwards<dropped>() == rule::column_gone);
  static_assert(backwards<dropped>() == rule::none);
  static_assert(class_of_second<dropped>() == migration_class::contracts);
  static_assert(class_of_second<add_constraint<"t", check<"a > 0">>>() == migration_class::contracts);
  static_assert(class_of_second<alter_column<"t", "n", set_not_null>>() == migration_class::breaks);
  SUCCEED();
}

TEST_CASE("what no program sees") {
  static_assert(class_of_second<create_index<"t", index_on<"a">>>() == migration_class::invisible);
  static_assert(class_of_second<alter_column<"t", "d", set_default<1>>>() == migration_class::invisible);
  static_assert(class_of_second<rename_constraint<"t", "t_code_key", "codes">>() ==
                migration_class::invisible);
  static_assert(class_of_second<data<"UPDATE t SET a = 0">>() == migration_class::invisible);
  SUCCEED();
}

TEST_CASE("a new name is neither's") {
  static_assert(forwards<rename_table<"t", "v">>() == rule::table_gone);
  static_assert(forwards<rename_column<"t", "a", "b">>() == rule::column_gone);
  static_assert(class_of_second<rename_table<"t", "v">>() == migration_class::breaks);
  static_assert(forwards<rename_table<"t", "v">, rename_table<"v", "t">>() == rule::none);
  static_assert(forwards<dropped, add_column<"t", column<"n", integer, nullable>>>() == rule::column_gone);
  SUCCEED();
}

TEST_CASE("texts grow, numbers do not; labels are met by those who know them") {
  static_assert(forwards<longer>() == rule::none && backwards<longer>() == rule::column_holds_other_values);
  static_assert(forwards<alter_column<"t", "a", set_type<bigint>>>() == rule::column_holds_other_values);
  static_assert(forwards<label>() == rule::column_holds_other_values);
  static_assert(backwards<label>() == rule::column_holds_other_values);
  static_assert(class_of_second<label>() == migration_class::breaks);
  static_assert(forwards<rename_value<"kind", "a", "c">>() == rule::column_holds_other_values);
  SUCCEED();
}

TEST_CASE("constraints of columns that a program leaves out") {
  using keyed = add_column<"t", column<"x", integer, nullable, unique, check<"x > 0">, references<"u">>>;
  static_assert(forwards<keyed>() == rule::none);
  static_assert(forwards<add_column<"t", column<"x", integer, default_to<0>, unique>>>() ==
                rule::constraint_may_refuse);
  static_assert(forwards<nullable_column, add_constraint<"t", check<"x <> '' OR a > 0">>>() ==
                rule::constraint_may_refuse);
  static_assert(forwards<drop_constraint<"t", "t_code_key">>() == rule::key_gone);
  SUCCEED();
}

TEST_CASE("a constraint that is proven, or put off, stood before") {
  struct for_new_rows
      : migration<2, "for new rows", add_constraint<"t", not_valid<check<"c", "a > 0">>>,
                  add_constraint<"t", named<"f", foreign_key<columns<"n">, references_on<"u", "id">>>>> {};
  struct proven
      : migration<3, "proven", validate_constraint<"t", "c">, alter_constraint<"t", "f", initially_deferred>,
                  alter_constraint<"t", "f", deferrable>> {};
  using all = migrations<m0001, for_new_rows, proven>;
  constexpr const auto& line = schema::timeline_of<all>;
  static_assert(schema::find_incompatibility(line, all::schema_migrations, 1, 2).broken ==
                rule::constraint_may_refuse);
  static_assert(schema::find_incompatibility(line, all::schema_migrations, 2, 3).broken == rule::none);
  static_assert(schema::find_incompatibility(line, all::schema_migrations, 3, 2).broken == rule::none);
  SUCCEED();
}

TEST_CASE("the shipped history") {
  static_assert(schema::compatible<lms::history, 0, 22>);
  static_assert(schema::compatible<lms::history, 2, 3> && !schema::compatible<lms::history, 3, 2>);
  static_assert(!schema::compatible<lms::history, 5, 6>);
  static_assert(!schema::compatible<lms::history, 1, 1000>);
  static_assert(schema::class_of<lms::history, 2> == migration_class::expands);
  static_assert(schema::class_of<lms::history, 6> == migration_class::breaks);
  static_assert(schema::class_of<lms::history, 8> == migration_class::invisible);
  SUCCEED();
}
