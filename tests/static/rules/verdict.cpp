// A verdict is a type that a test can name, without an error.
#include <catch2/catch.hpp>

#include <schema/dsl.hpp>

namespace {

using namespace schema::dsl;
namespace verdict = schema::verdict;

using id = column<"id", uuid, primary_key>;

struct lessons : table<"lessons", id, column<"title", text>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons", create_table<"lessons", id, column<"title", text>>> {};
struct sound : migrations<m0001> {};

struct m0002 : migration<2, "misspelt", drop_column<"lessons", "titel">> {};
struct misspelt : migrations<m0001, m0002> {};

struct m0000 : migration<0, "nothing", drop_table<"lessons">> {};
struct from_zero : migrations<m0000> {};
struct twice : migrations<m0001, m0001> {};

template <class... Tables> struct declared : schema::tables<Tables...> {};
struct wide : table<"lessons", id, column<"title", text>, column<"slug", text>, column<"position", integer>> {
};
struct twice_titled : table<"lessons", id, column<"title", text>, column<"title", text>> {};
struct two_checks
    : table<"lessons", id, column<"title", text>, check<"c", "title <> ''">, check<"c", "title <> 'x'">> {};
struct broken : table<"lessons", id, column<"title", text>, check<"titel <> ''">> {};
struct eight : table<"eightlong", id> {};

template <class History, class Tables, class Verdict>
inline constexpr bool is = std::is_same_v<schema::verdict_of<History, Tables>, Verdict>;

} // namespace

static_assert(schema::proven<sound, tables>);

TEST_CASE("sound is a verdict as well") {
  static_assert(is<sound, tables, verdict::sound>);
  SUCCEED();
}

TEST_CASE("a verdict holds the names, the nearest one, the migration and the remedy") {
  static_assert(is<misspelt, tables,
                   verdict::no_such_column<verdict::table<"lessons">, verdict::name<"titel">,
                                           verdict::did_you_mean<"title">, verdict::at_migration<2>>>);
  static_assert(is<sound, declared<lessons, eight>,
                   verdict::history_lacks_table<verdict::table<"eightlong">,
                                                verdict::add_it_to_the_history_in_a_new_migration>>);
  SUCCEED();
}

TEST_CASE("versions are positive and rise") {
  static_assert(is<from_zero, tables,
                   verdict::version_not_rising<verdict::name<"nothing">, verdict::at_migration<0>,
                                               verdict::rise_with_every_migration>>);
  static_assert(
      is<twice, tables,
         verdict::version_not_rising<verdict::name<"lessons">, verdict::at_migration<1>,
                                     verdict::after_migration<1>, verdict::rise_with_every_migration>>);
  SUCCEED();
}

TEST_CASE("further differences ride along by their names") {
  static_assert(is<sound, declared<wide>,
                   verdict::history_lacks_column<verdict::table<"lessons">, verdict::name<"slug">,
                                                 verdict::also<"lessons.position">,
                                                 verdict::add_it_to_the_history_in_a_new_migration>>);
  SUCCEED();
}

TEST_CASE("what the tables break by themselves is said of the tables") {
  static_assert(is<sound, declared<twice_titled>,
                   verdict::declared_twice<verdict::table<"lessons">, verdict::name<"title">,
                                           verdict::in_the_tables, verdict::declare_it_once>>);
  static_assert(is<sound, declared<lessons, lessons>,
                   verdict::declared_twice<verdict::table<"lessons">, verdict::in_the_tables,
                                           verdict::declare_it_once>>);
  static_assert(is<sound, declared<two_checks>,
                   verdict::declared_twice<verdict::table<"lessons">, verdict::name<"c">,
                                           verdict::in_the_tables, verdict::declare_it_once>>);
  static_assert(
      is<sound, declared<broken>,
         verdict::no_such_column<verdict::table<"lessons">, verdict::name<"titel">, verdict::at_byte<0>,
                                 verdict::did_you_mean<"title">, verdict::in_the_tables>>);
  SUCCEED();
}

TEST_CASE("a literal and a lifted text of equal length are one template argument") {
  constexpr verdict::shown_text<9> lifted(schema::text_view("event_id"));
  static_assert(std::is_same_v<verdict::name<"event_id">, verdict::name<lifted>>);
  SUCCEED();
}
