// The checksum of a migration: of its definition alone, chained with what came before.
#include <tests/static/model/folded.hpp>

#include <schema/model/checksum.hpp>

namespace {

using namespace schema::dsl;
using schema::u32;
using schema::u64;

template <schema::u64 Version, schema::fixed_string Title, class... Operations>
struct step : migration<Version, Title, Operations...> {};
template <class... Migrations> struct history : migrations<Migrations...> {};

template <class... Operations>
inline constexpr u64 sum_of = schema::checksums_of<history<step<1, "title", Operations...>>>.values[0];

template <class... Parts> using in_table = create_table<"t", Parts...>;
template <class... Attributes> using in_column = create_table<"t", column<"c", integer, Attributes...>>;
template <class Type> using of_type = create_table<"t", column<"c", Type>>;
template <class... Changes> using altered = alter_column<"t", "c", Changes...>;
template <class Constraint> using constrained = add_constraint<"t", Constraint>;
using nothing = down<postgresql<"">>;

/// Every definition differs from every other in one field.
constexpr u64 all[] = {
    sum_of<>,
    // operations and their names
    sum_of<drop_table<"t">>, sum_of<drop_table<"u">>, sum_of<rename_table<"t", "u">>,
    sum_of<rename_table<"u", "t">>, sum_of<drop_column<"t", "c">>, sum_of<drop_column<"t", "d">>,
    sum_of<drop_column<"u", "c">>, sum_of<rename_column<"t", "c", "d">>, sum_of<rename_column<"t", "c", "e">>,
    sum_of<drop_constraint<"t", "c">>, sum_of<rename_constraint<"t", "c", "d">>, sum_of<drop_index<"c">>,
    sum_of<drop_index<"d">>, sum_of<rename_index<"c", "d">>, sum_of<rename_index<"c", "e">>,
    sum_of<drop_table<"t">, drop_table<"u">>, sum_of<drop_table<"u">, drop_table<"t">>,
    sum_of<drop_table<"t">, drop_table<"t">>,
    // columns and their attributes
    sum_of<in_column<>>, sum_of<add_column<"t", column<"c", integer>>>,
    sum_of<in_table<column<"d", integer>>>, sum_of<in_column<nullable>>, sum_of<in_column<primary_key>>,
    sum_of<in_column<unique>>, sum_of<in_column<identity>>, sum_of<in_column<primary_key, identity>>,
    sum_of<in_column<identity_options<start_with<2>>>>, sum_of<in_column<identity_options<start_with<3>>>>,
    sum_of<in_column<identity_options<cache<2>>>>,
    sum_of<in_column<identity_options<cache<2>, start_with<2>>>>, sum_of<in_column<default_to<0>>>,
    sum_of<in_column<default_to<1>>>, sum_of<in_column<default_to<false>>>,
    sum_of<in_column<default_to<"0">>>, sum_of<in_column<default_to<"">>>,
    sum_of<in_column<default_expr<"0">>>, sum_of<in_column<default_expr<"1">>>,
    sum_of<in_column<check<"c > 0">>>, sum_of<in_column<check<"c > 1">>>,
    sum_of<in_column<check<"positive", "c > 0">>>, sum_of<in_column<references<"u">>>,
    sum_of<in_column<references<"v">>>, sum_of<in_column<references<"u", "id">>>,
    sum_of<in_column<references<"u", "no">>>, sum_of<in_column<references<"u", "id", on_delete::cascade>>>,
    sum_of<in_column<references<"u", "id", on_delete::set_null>>>,
    sum_of<in_column<references<"u", "id", on_update::cascade>>>,
    sum_of<in_column<references<"u", "id", deferrable>>>,
    sum_of<in_column<references<"u", "id", initially_deferred>>>, sum_of<in_column<comment<"a">>>,
    sum_of<in_column<collate<"C">>>, sum_of<in_column<collate<"C", "NOCASE">>>,
    sum_of<in_column<collate<"c", "NOCASE">>>, sum_of<altered<set_collation<"C">>>,
    sum_of<altered<set_collation<"C", "RTRIM">>>, sum_of<altered<drop_collation>>,
    sum_of<in_column<comment<"A">>>, sum_of<set_comment<"t", "a">>, sum_of<set_comment<"t", "b">>,
    sum_of<set_comment<"t", "a", "b">>, sum_of<set_comment<"t", "b", "a">>, sum_of<set_comment<"t", "a", "">>,
    sum_of<set_comment<"t", "">>, sum_of<create_table<"t", column<"c", integer>, comment<"a">>>,
    sum_of<create_table<"t", column<"c", integer>, comment<"b">>>,
    // types
    sum_of<of_type<smallint>>, sum_of<of_type<bigint>>, sum_of<of_type<text>>, sum_of<of_type<varchar<20>>>,
    sum_of<of_type<varchar<21>>>, sum_of<of_type<numeric<8, 2>>>, sum_of<of_type<numeric<9, 2>>>,
    sum_of<of_type<numeric<8, 3>>>, sum_of<of_type<numeric<8, 2, on_sqlite<text>>>>,
    sum_of<of_type<numeric<8, 2, on_sqlite<integer>>>>, sum_of<of_type<enumeration<"kind">>>,
    sum_of<of_type<enumeration<"level">>>,
    // changes of columns
    sum_of<altered<set_not_null>>, sum_of<altered<drop_not_null>>, sum_of<altered<drop_default>>,
    sum_of<altered<set_default<0>>>, sum_of<altered<set_default<1>>>, sum_of<altered<set_type<bigint>>>,
    sum_of<altered<set_type<text>>>, sum_of<altered<set_type<bigint, conversion<"c * 2">>>>,
    sum_of<altered<set_type<bigint, conversion<"c * 3">>>>,
    sum_of<altered<set_type<bigint, conversion<"c * 2">, reverse_conversion<"c / 2">>>>,
    sum_of<altered<set_type<bigint, conversion<"c * 2">, irreversible>>>,
    sum_of<altered<set_type<bigint, reverse_conversion<"c * 2">>>>,
    sum_of<altered<set_not_null, drop_default>>, sum_of<altered<drop_default, set_not_null>>,
    // constraints and indexes
    sum_of<constrained<primary_key_on<"a", "b">>>, sum_of<constrained<unique_on<"a", "b">>>,
    sum_of<constrained<unique_on<"b", "a">>>, sum_of<constrained<unique_on<"a">>>,
    sum_of<constrained<named<"n", unique_on<"a">>>>, sum_of<constrained<named<"m", unique_on<"a">>>>,
    sum_of<constrained<check<"a > 0">>>, sum_of<constrained<check<"n", "a > 0">>>,
    sum_of<constrained<check<"b > 0">>>,
    sum_of<constrained<foreign_key<columns<"a">, references_on<"u", "b">>>>,
    sum_of<constrained<foreign_key<columns<"b">, references_on<"u", "a">>>>,
    sum_of<constrained<foreign_key<columns<"a">, references_on<"v", "b">>>>,
    sum_of<constrained<foreign_key<columns<"a">, references_on<"u", "b", on_delete::restrict>>>>,
    sum_of<constrained<foreign_key<columns<"a">, references_on<"u", "b", on_update::restrict>>>>,
    sum_of<constrained<foreign_key<columns<"a">, references_on<"u", "b", deferrable>>>>,
    sum_of<constrained<foreign_key<columns<"a">, references_on<"u", "b", initially_deferred>>>>,
    sum_of<alter_constraint<"t", "c", deferrable>>, sum_of<alter_constraint<"t", "c", not_deferrable>>,
    sum_of<alter_constraint<"t", "d", deferrable>>, sum_of<create_index<"t", index_on<"a">>>,
    sum_of<create_index<"u", index_on<"a">>>, sum_of<create_index<"t", unique_index_on<"a">>>,
    sum_of<create_index<"t", index_on<desc("a")>>>,
    sum_of<create_index<"t", index_on<"a", index_method::hash>>>,
    sum_of<create_index<"t", index_on<"a", index_method::gin>>>,
    sum_of<create_index<"t", index_on<"a", "b">>>, sum_of<create_index<"t", index_on<"a", include("b")>>>,
    sum_of<create_index<"t", index_on<"b", include("a")>>>, sum_of<create_index<"t", index_on<expr("a")>>>,
    sum_of<create_index<"t", index_on<expr("lower(a)")>>>,
    sum_of<create_index<"t", index_on<desc(expr("lower(a)"))>>>,
    sum_of<create_index<"t", index_on<"a", where("a > 0")>>>,
    sum_of<create_index<"t", index_on<"a", where("a > 1")>>>,
    sum_of<create_index<"t", named<"n", index_on<"a">>>>,
    // enumerations
    sum_of<create_enumeration<"k", "a", "b">>, sum_of<create_enumeration<"k", "b", "a">>,
    sum_of<create_enumeration<"k", "a">>, sum_of<create_enumeration<"l", "a">>,
    sum_of<create_enumeration<"k", "A">>, sum_of<drop_enumeration<"k">>, sum_of<add_value<"k", "c">>,
    sum_of<add_value<"k", "d">>, sum_of<add_value<"k", "c", before<"a">>>,
    sum_of<add_value<"k", "c", before<"b">>>, sum_of<rename_value<"k", "a", "b">>,
    sum_of<rename_value<"k", "b", "a">>, sum_of<rename_value<"l", "a", "b">>,
    // rows and scripts
    sum_of<data<"DELETE FROM t">>, sum_of<data<"DELETE FROM u">>, sum_of<data<"DELETE FROM t", irreversible>>,
    sum_of<data<"DELETE FROM t", undo<"INSERT INTO t VALUES (1)">>>,
    sum_of<data<"DELETE FROM t", undo<"INSERT INTO t VALUES (2)">>>,
    sum_of<data<"DELETE FROM t WHERE c = 'a'">>, sum_of<data<"DELETE FROM t WHERE c = 'A'">>,
    sum_of<execute<up<postgresql<"VACUUM">>, nothing>>, sum_of<execute<up<sqlite<"VACUUM">>, nothing>>,
    sum_of<execute<up<postgresql<"VACUUM">, sqlite<"VACUUM">>, nothing>>,
    sum_of<execute<up<postgresql<"VACUUM t">>, nothing>>,
    sum_of<execute<up<postgresql<"VACUUM">>, down<postgresql<"VACUUM">>>>,
    sum_of<execute<up<postgresql<"VACUUM">>, irreversible>>,
    sum_of<execute<up<postgresql<"VACUUM">>, nothing, effects<drop_table<"t">>>>,
    sum_of<execute<up<postgresql<"VACUUM">>, nothing, effects<drop_table<"u">>>>};

constexpr bool all_differ() {
  for (std::size_t i = 0; i < std::size(all); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (all[i] == all[j]) return false;
  return true;
}

template <class... Migrations> constexpr u64 last_of() {
  return schema::checksums_of<history<Migrations...>>.values[sizeof...(Migrations) - 1];
}

} // namespace

TEST_CASE("any change of the definition changes the checksum") {
  static_assert(all_differ());
  CHECK(all_differ());
}

TEST_CASE("titles, white space, comments and the case of keywords do not") {
  static_assert(last_of<step<1, "title", in_column<>>>() == last_of<step<1, "another title", in_column<>>>());
  static_assert(sum_of<in_column<check<"c > 0 AND c < 9">>> == sum_of<in_column<check<"c>0  and\n c < 9">>>);
  static_assert(sum_of<in_column<default_expr<"now()">>> == sum_of<in_column<default_expr<"NOW( )">>>);
  static_assert(sum_of<data<"DELETE FROM t">> == sum_of<data<"delete  from T -- all of them">>);
  static_assert(sum_of<execute<up<postgresql<"VACUUM t">>, nothing>> ==
                sum_of<execute<up<postgresql<"vacuum /* quickly */ t">>, nothing>>);
  SUCCEED();
}

TEST_CASE("options that say what is so anyway do not") {
  static_assert(sum_of<in_column<identity>> ==
                sum_of<in_column<identity_options<start_with<1>, cache<1>, increment_by<1>>>>);
  SUCCEED();
}

TEST_CASE("an acknowledgement does not: a released step may be given one") {
  static_assert(sum_of<drop_table<"t">> == sum_of<drop_table<"t", loses_data>>);
  static_assert(sum_of<drop_table<"t">> == sum_of<drop_table<"t", loses_data, irreversible>>);
  static_assert(sum_of<drop_column<"t", "c">> == sum_of<drop_column<"t", "c", irreversible>>);
  static_assert(sum_of<drop_column<"t", "c">> ==
                sum_of<assume_safe<"unused", drop_column<"t", "c", loses_data>>>);
  static_assert(sum_of<altered<set_type<smallint>>> == sum_of<altered<set_type<smallint, loses_data>>>);
  static_assert(sum_of<altered<set_type<smallint>>> != sum_of<altered<set_type<smallint, irreversible>>>);
  static_assert(sum_of<assume_safe<"empty", in_column<>>, drop_table<"u">> ==
                sum_of<in_column<>, drop_table<"u">>);
  SUCCEED();
}

TEST_CASE("a group is its parts") {
  static_assert(sum_of<in_table<column<"a", text>, column<"b", text>>> ==
                sum_of<in_table<parts<column<"a", text>, parts<column<"b", text>>>>>);
  SUCCEED();
}

TEST_CASE("versions count") {
  static_assert(last_of<step<1, "title", in_column<>>>() != last_of<step<2, "title", in_column<>>>());
  SUCCEED();
}

TEST_CASE("checksums are chained, and the beginning of a history keeps its own") {
  using first = step<1, "first", in_column<>>;
  using other = step<1, "first", in_column<unique>>;
  using second = step<2, "second", drop_table<"t">>;
  static_assert(last_of<first, second>() != last_of<other, second>());
  static_assert(schema::checksums_of<history<first, second>>.values[0] == last_of<first>());
  static_assert(last_of<step<1, "", drop_table<"t">, drop_table<"u">>>() !=
                last_of<step<1, "", drop_table<"t">>, step<2, "", drop_table<"u">>>());
  SUCCEED();
}

TEST_CASE("the same at run time") {
  using one = history<step<1, "first", in_column<unique>>, step<2, "second", drop_table<"t">>>;
  u64 sum = schema::checksum_version;
  for (u32 i = 0; i < one::schema_migration_count; ++i) {
    sum = schema::checksum_of(*one::schema_migrations[i], sum);
    CHECK(sum == schema::checksums_of<one>.values[i]);
  }
}
