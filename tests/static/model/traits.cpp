// What tables and columns say of themselves besides: told by span, held against the declared tables.
#include <tests/static/model/folded.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;
using schema::attribute_kind;
using schema::rule;

using id = column<"id", integer, primary_key>;
struct m0001 : migration<1, "lessons",
                         create_table<"lessons", id, column<"title", text, comment<"on the cover">>,
                                      comment<"what is taught">>> {};
template <class... Operations> struct then : migration<2, "then", Operations...> {};
template <class... Operations> struct after : migrations<m0001, then<Operations...>> {};
template <class... Operations>
constexpr rule broken_by = schema::timeline_of<after<Operations...>>.found.broken;

template <class... Parts> struct lessons : table<"lessons", id, Parts...> {};
template <class... Parts> struct tables : schema::tables<lessons<Parts...>> {};
template <class Tables, class... Operations> constexpr rule difference() {
  constexpr auto list = schema::find_faults<after<Operations...>, Tables>();
  static_assert(schema::agrees<after<Operations...>, Tables> == (list.count == 0));
  return list.count ? list.items[0].broken : rule::none;
}

/// The comment of a table, or of its column, at an instant; empty for none.
template <class Line>
constexpr schema::text_view comment_at(const Line& line, schema::text_view column, schema::u32 instant) {
  const auto t = line.find_table(&schema::identifier_of<"lessons">);
  const auto* said = line.trait_at(attribute_kind::comment, t,
                                   column.empty() ? -1 : column_named(line, t, column, instant), instant);
  return said ? said->id->view() : schema::text_view();
}

} // namespace

TEST_CASE("a comment holds from where it is set to where another is") {
  using history = after<set_comment<"lessons", "title", "a name">, rename_column<"lessons", "title", "name">,
                        set_comment<"lessons", "">, set_comment<"lessons", "name", "">>;
  verify_history<history>([](const auto& line) {
    return comment_at(line, "", 1) == "what is taught" && comment_at(line, "title", 1) == "on the cover" &&
           comment_at(line, "title", 2) == "a name" && comment_at(line, "name", 3) == "a name" &&
           comment_at(line, "", 3) == "what is taught" && comment_at(line, "", 4).empty() &&
           comment_at(line, "name", 4) == "a name" && comment_at(line, "name", 5).empty() &&
           comment_at(line, "id", 1).empty();
  });
}

TEST_CASE("the declared comments are those at the end") {
  using titled = column<"title", text, comment<"on the cover">>;
  using bare = column<"title", text>;
  using taught = comment<"what is taught">;
  static_assert(difference<tables<titled, taught>>() == rule::none);
  static_assert(difference<tables<taught, titled>>() == rule::none);
  static_assert(difference<tables<parts<titled, taught>>>() == rule::none);
  static_assert(difference<tables<titled>>() == rule::comment_differs);
  static_assert(difference<tables<bare, taught>>() == rule::comment_differs);
  static_assert(difference<tables<titled, comment<"What is taught">>>() == rule::comment_differs);
  static_assert(difference<tables<bare, taught>, set_comment<"lessons", "title", "">>() == rule::none);
  static_assert(difference<tables<titled, taught>, set_comment<"lessons", "title", "another">>() ==
                rule::comment_differs);
  static_assert(difference<tables<titled>, set_comment<"lessons", "">>() == rule::none);
  static_assert(difference<tables<titled, taught, column<"n", integer, nullable, comment<"a number">>>,
                           add_column<"lessons", column<"n", integer, nullable, comment<"a number">>>>() ==
                rule::none);
  SUCCEED();
}

TEST_CASE("comments of a table alone, where the history has none") {
  struct plain : migration<1, "lessons", create_table<"lessons", id>> {};
  struct history : migrations<plain> {};
  constexpr auto list = schema::find_faults<history, tables<comment<"what is taught">>>();
  static_assert(list.count == 1 && list.items[0].broken == rule::comment_differs);
  static_assert(schema::proven<history, tables<>>);
  SUCCEED();
}

TEST_CASE("a thing has one comment, and one that is there") {
  static_assert(difference<tables<column<"title", text, comment<"a">, comment<"b">>>>() ==
                rule::declared_twice);
  static_assert(broken_by<create_table<"u", id, comment<"a">, comment<"b">>> == rule::declared_twice);
  static_assert(
      broken_by<add_column<"lessons", column<"n", integer, nullable, comment<"a">, comment<"a">>>> ==
      rule::declared_twice);
  static_assert(broken_by<set_comment<"lessons", "titel", "a">> == rule::no_such_column);
  static_assert(broken_by<set_comment<"lesson", "a">> == rule::no_such_table);
  static_assert(broken_by<create_view<"v", "SELECT id FROM lessons">, set_comment<"v", "a">> ==
                rule::not_a_table);
  SUCCEED();
}

TEST_CASE("the declared collation is the one at the end") {
  using titled = column<"title", text, comment<"on the cover">>;
  using taught = comment<"what is taught">;
  using bytewise = column<"title", text, collate<"C">, comment<"on the cover">>;
  using german = column<"title", text, comment<"on the cover">, collate<"de-x-icu", "BINARY">>;
  using set = alter_column<"lessons", "title", set_collation<"C">>;
  static_assert(difference<tables<bytewise, taught>>() == rule::collation_differs);
  static_assert(difference<tables<titled, taught>, set>() == rule::collation_differs);
  static_assert(difference<tables<bytewise, taught>, set>() == rule::none);
  static_assert(difference<tables<german, taught>, set>() == rule::collation_differs);
  static_assert(difference<tables<titled, taught>, set, alter_column<"lessons", "title", drop_collation>>() ==
                rule::none);
  static_assert(
      difference<tables<german, taught>, set,
                 alter_column<"lessons", "title", set_collation<"de-x-icu", "BINARY">, set_not_null>>() ==
      rule::none);
  static_assert(difference<tables<column<"title", text, collate<"de-x-icu", "NOCASE">>, taught>,
                           set_comment<"lessons", "title", "">,
                           alter_column<"lessons", "title", set_collation<"de-x-icu", "BINARY">>>() ==
                rule::collation_differs);
  SUCCEED();
}

TEST_CASE("a collation is of a text, and one that both databases have") {
  using number = column<"n", integer, nullable, collate<"C">>;
  static_assert(broken_by<add_column<"lessons", number>> == rule::collation_not_of_text);
  static_assert(broken_by<create_table<"u", id, number>> == rule::collation_not_of_text);
  static_assert(broken_by<alter_column<"lessons", "id", set_collation<"C">>> == rule::collation_not_of_text);
  static_assert(
      broken_by<alter_column<"lessons", "title", set_collation<"C">>,
                alter_column<"lessons", "title", set_type<integer, conversion<"1">, irreversible>>> ==
      rule::collation_not_of_text);
  static_assert(broken_by<alter_column<"lessons", "title", set_collation<"C">>,
                          alter_column<"lessons", "title", drop_collation,
                                       set_type<integer, conversion<"1">, irreversible>>> == rule::none);
  static_assert(broken_by<add_column<"lessons", column<"m", varchar<9>, nullable, collate<"POSIX">>>> ==
                rule::none);
  static_assert(broken_by<add_column<"lessons", column<"m", text, nullable, collate<"und-x-icu">>>> ==
                rule::collation_not_on_sqlite);
  static_assert(broken_by<add_column<"lessons", column<"m", text, nullable, collate<"C", "GERMAN">>>> ==
                rule::collation_not_on_sqlite);
  static_assert(broken_by<alter_column<"lessons", "title", set_collation<"C">, set_collation<"C">>> ==
                rule::declared_twice);
  SUCCEED();
}

TEST_CASE("what PostgreSQL would have to type anew stands in the way of another collation") {
  using set = alter_column<"lessons", "title", set_collation<"C">>;
  static_assert(broken_by<create_view<"v", "SELECT title FROM lessons">, set> == rule::still_referenced);
  static_assert(broken_by<add_column<"lessons", column<"key", text, generated<"lower(title)">>>, set> ==
                rule::still_referenced);
  static_assert(broken_by<add_column<"lessons", column<"key", text, generated<"lower(title)">>>,
                          alter_column<"lessons", "key", set_collation<"C">>> == rule::generated_altered);
  SUCCEED();
}

namespace {

template <class... Options> using numbered = column<"id", bigint, identity_options<Options...>, primary_key>;
template <class Type, class... Options>
using numbered_as = column<"id", Type, identity_options<Options...>, primary_key>;
template <class Column> struct first : migration<1, "orders", create_table<"orders", Column>> {};
template <class Column> struct orders_history : migrations<first<Column>> {};
template <class Column> struct orders : table<"orders", Column> {};
template <class Column> struct orders_tables : schema::tables<orders<Column>> {};
template <class Here, class There> constexpr rule numbers_broken() {
  constexpr auto list = schema::find_faults<orders_history<Here>, orders_tables<There>>();
  static_assert(schema::agrees<orders_history<Here>, orders_tables<There>> == (list.count == 0));
  return list.count ? list.items[0].broken : rule::none;
}

} // namespace

TEST_CASE("identity says from where it numbers, alike on both sides") {
  using plain = column<"id", bigint, identity, primary_key>;
  using late = numbered<start_with<1000>>;
  static_assert(numbers_broken<late, late>() == rule::none);
  static_assert(numbers_broken<late, plain>() == rule::identity_differs);
  static_assert(numbers_broken<plain, late>() == rule::identity_differs);
  static_assert(numbers_broken<late, numbered<start_with<1001>>>() == rule::identity_differs);
  static_assert(numbers_broken<late, numbered<start_with<1000>, cache<20>>>() == rule::identity_differs);
  static_assert(
      numbers_broken<numbered<cache<20>, start_with<1000>>, numbered<start_with<1000>, cache<20>>>() ==
      rule::none);
  static_assert(numbers_broken<plain, numbered<start_with<1>, cache<1>, increment_by<1>>>() == rule::none);
  SUCCEED();
}

TEST_CASE("what SQLite does not number is refused, and a first number that is none of the type") {
  using far = numbered_as<integer, start_with<2147483647>>;
  using farther = numbered_as<integer, start_with<2147483648>>;
  static_assert(schema::timeline_of<orders_history<numbered<increment_by<2>>>>.found.broken ==
                rule::identity_not_on_sqlite);
  static_assert(schema::timeline_of<orders_history<numbered<start_with<5>, always>>>.found.broken ==
                rule::identity_not_on_sqlite);
  static_assert(schema::declared_timeline_of<orders_tables<far>>.found.is_sound());
  static_assert(schema::declared_timeline_of<orders_tables<farther>>.found.broken ==
                rule::identity_begins_beyond_type);
  struct narrowed : migration<2, "narrower", alter_column<"orders", "id", set_type<smallint, irreversible>>> {
  };
  struct history : migrations<first<numbered<start_with<40000>>>, narrowed> {};
  static_assert(schema::timeline_of<history>.found.broken == rule::identity_begins_beyond_type);
  SUCCEED();
}
