// Declared tables that are the end of a history are seen to be that without a fold of their own. What is seen
// so must compare equal; comparison.cpp holds that for every way in which a declaration can differ.
#include <schema/dsl.hpp>
#include <tests/static/model/folded.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;

using id = column<"id", uuid, primary_key>;

struct m0001 : migration<1, "as it began", create_enumeration<"kind", "a", "b">,
                         create_table<"old", id, column<"gone", text>>,
                         create_table<"loans", column<"x", integer, check<"x > 0">>, id, column<"gone", text>,
                                      column<"of", uuid, references<"old">>, column<"twin", uuid, unique>,
                                      index_on<"x", expr("lower(gone)")>, check<"x < 9 OR gone = 'a'">>> {};
struct m0002 : migration<2, "as it went on", rename_table<"old", "books">, rename_column<"loans", "x", "y">,
                         rename_column<"loans", "gone", quoted<"Kept">>,
                         add_column<"loans", column<"late", boolean, default_to<false>>>,
                         drop_column<"books", "gone">, create_table<"passing", id>, drop_table<"passing">> {};
struct history : migrations<m0001, m0002> {};

struct kind : enumeration<"kind", "a", "b"> {};
struct books : table<"books", id> {};
template <class... Parts> struct loans : table<"loans", Parts...> {};
template <class... Parts> struct declared : schema::tables<kind, books, loans<Parts...>> {};

using y = column<"y", integer, check<"y > 0">>;
using kept = column<quoted<"Kept">, text>;
using of = column<"of", uuid, references<"books">>;
using twin = column<"twin", uuid, unique>;
using late = column<"late", boolean, default_to<false>>;
using ordered = index_on<"y", expr("lower(\"Kept\")")>;
using limit = check<"y < 9 OR \"Kept\" = 'a'">;

/// What a look says; a fold and a comparison must not contradict it.
template <class Tables> constexpr bool seen() {
  constexpr bool agreed = schema::agrees<history, Tables>;
  constexpr const auto& line = schema::declared_timeline_of<Tables>;
  constexpr bool equal = line.found.is_sound() && compare(schema::timeline_of<history>, line).count == 0;
  static_assert(equal || !agreed);
  return agreed;
}
template <class... Parts> constexpr bool equal() {
  return compare(schema::timeline_of<history>, schema::declared_timeline_of<declared<Parts...>>).count == 0;
}

struct plain_1 : migration<1, "began", create_table<"a", id, column<"x", integer, check<"x > 0">>>,
                           create_table<"b", id, column<"a_id", uuid, references<"a", "id">>>> {};
struct plain_2 : migration<2, "went on", rename_column<"a", "x", "y">, rename_table<"a", "c">> {};
struct plain : migrations<plain_1, plain_2> {};
struct c : table<"c", id, column<"y", integer, check<"y > 0">>> {};
struct b : table<"b", id, column<"a_id", uuid, references<"c", "id">>> {};
struct b_short : table<"b", id, column<"a_id", uuid, references<"c">>> {};
struct c_as_it_was : table<"c", id, column<"y", integer, check<"x > 0">>> {};
struct c_quoted : table<"c", id, column<"y", integer, check<"\"y\" > 0">>> {};
struct c_named : table<"c", id, column<"y", integer, check<"c_y_check", "y > 0">>> {};
struct c_twice : table<"c", id, column<"y", integer, check<"y > 0">>, column<"y", integer>> {};
struct c_two_checks : table<"c", id, column<"y", integer, check<"y > 0">, check<"y > 0">>> {};
struct c_two_defaults : table<"c", id, column<"y", integer, default_to<1>, default_to<1>, check<"y > 0">>> {};
struct c_refused : table<"c", id, column<"y", integer, check<"y > 0">>, column<"Odd", text>> {};
struct odd_1
    : migration<1, "odd",
                create_table<"c", id, column<"y", integer, check<"y > 0">>, column<quoted<"Odd">, text>>> {};
struct odd : migrations<odd_1> {};
struct stray : enumeration<"stray", "a"> {};

template <class... Tables> struct list : schema::tables<Tables...> {};
template <class... Tables> inline constexpr bool agreed = schema::agrees<plain, list<Tables...>>;

} // namespace

TEST_CASE("names are those of the end, whatever they were") {
  static_assert(agreed<c, b> && agreed<b, c> && agreed<c, b_short>);
  static_assert(!agreed<c_as_it_was, b>);
  SUCCEED();
}

TEST_CASE("a spelling that a look does not see through is left to the comparison") {
  static_assert(!agreed<c_quoted, b> && !agreed<c_named, b>);
  static_assert(!seen<declared<y, id, kept, of, twin, ordered, limit, late>>());
  static_assert(equal<y, id, kept, of, twin, ordered, limit, late>());
  SUCCEED();
}

TEST_CASE("a name that the tables may not have is refused there, whatever the history calls it") {
  static_assert(!schema::agrees<odd, list<c_refused>>);
  static_assert(schema::declared_timeline_of<list<c_refused>>.found.broken == schema::rule::name_refused);
  SUCCEED();
}

TEST_CASE("what stands twice is no agreement") {
  static_assert(!agreed<c_twice, b> && !agreed<c_two_checks, b> && !agreed<c_two_defaults, b>);
  static_assert(!agreed<c, b, b>);
  SUCCEED();
}

TEST_CASE("nothing is left over on either side") {
  static_assert(!agreed<c> && !agreed<b> && !agreed<>);
  static_assert(!agreed<c, b, stray> && !agreed<c, b, stray, stray>);
  SUCCEED();
}

namespace {

struct of_kinds_1
    : migration<
          1, "kinds", create_enumeration<"kind", "a", "b">,
          create_table<"k", id, column<"x", enumeration<"kind">, default_to<"a">>,
                       column<"y", enumeration<"kind">, default_expr<"'a'">>, check<"x <> 'a' OR y = 'b'">>> {
};
struct of_kinds_2
    : migration<2, "other words", assume_safe<"nothing runs", rename_value<"kind", "a", "it's">>> {};
struct of_kinds : migrations<of_kinds_1, of_kinds_2> {};
struct new_kind : enumeration<"kind", "it's", "b"> {};
template <class Default, schema::fixed_string Second, schema::fixed_string Check>
struct k : table<"k", id, column<"x", enumeration<"kind">, Default>,
                 column<"y", enumeration<"kind">, default_expr<Second>>, check<Check>> {};

/// The first difference, on which a look and a comparison agree.
template <class Tables> constexpr schema::rule first_difference() {
  constexpr auto list = schema::find_faults<of_kinds, Tables>();
  static_assert(schema::agrees<of_kinds, Tables> == (list.count == 0));
  return list.count ? list.items[0].broken : schema::rule::none;
}
template <class Default, schema::fixed_string Second, schema::fixed_string Check>
inline constexpr schema::rule labelled = first_difference<list<new_kind, k<Default, Second, Check>>>();

} // namespace

namespace {

struct indexed_1 : migration<1, "indexes",
                             create_table<"i", id, column<"x", integer>, index_on<"x", include("id")>,
                                          index_on<"x", index_method::hash>>> {};
struct indexed : migrations<indexed_1> {};
template <class... Parts> struct i : table<"i", id, column<"x", integer>, Parts...> {};
template <class... Parts> constexpr bool is_indexed() {
  constexpr auto list_found = schema::find_faults<indexed, list<i<Parts...>>>();
  static_assert(schema::agrees<indexed, list<i<Parts...>>> == (list_found.count == 0));
  return list_found.count == 0;
}

} // namespace

TEST_CASE("what only stands in an index, and its method, count") {
  static_assert(is_indexed<index_on<"x", index_method::hash>, index_on<include("id"), "x">>());
  static_assert(!is_indexed<index_on<"x", index_method::hash>, index_on<"x", "id">>());
  static_assert(!is_indexed<index_on<"x", index_method::brin>, index_on<"x", include("id")>>());
  static_assert(!is_indexed<index_on<"x">, index_on<"x", include("id")>>());
  SUCCEED();
}

TEST_CASE("a label that was renamed is meant by its new text alone") {
  using schema::rule;
  static_assert(labelled<default_to<"it's">, "'it''s'", "x <> 'it''s' OR y = 'b'"> == rule::none);
  static_assert(labelled<default_to<"a">, "'it''s'", "x <> 'it''s' OR y = 'b'"> == rule::no_such_label);
  static_assert(labelled<default_to<"it's">, "'a'", "x <> 'it''s' OR y = 'b'"> == rule::no_such_label);
  static_assert(labelled<default_to<"it's">, "'it''s'", "x <> 'a' OR y = 'b'"> == rule::no_such_label);
  static_assert(labelled<default_to<"b">, "'it''s'", "x <> 'it''s' OR y = 'b'"> == rule::default_differs);
  static_assert(labelled<default_to<"it's">, "'b'", "x <> 'it''s' OR y = 'b'"> == rule::default_differs);
  static_assert(labelled<default_to<"it's">, "'it''s'", "x <> 'b' OR y = 'b'"> == rule::constraint_differs ||
                labelled<default_to<"it's">, "'it''s'", "x <> 'b' OR y = 'b'"> ==
                    rule::history_lacks_constraint);
  SUCCEED();
}

TEST_CASE("the look at run time says the same") {
  using sound = list<c, b>;
  using broken = list<c_as_it_was, b>;
  const auto& line = schema::timeline_of<plain>;
  CHECK(schema::agreement(line).holds(sound::schema_tables, sound::schema_table_count));
  CHECK_FALSE(schema::agreement(line).holds(broken::schema_tables, broken::schema_table_count));
}
