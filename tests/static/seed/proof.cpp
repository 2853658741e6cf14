// Verdicts on sets of seeds, as types.
#include <schema/dsl.hpp>
#include <schema/seed/proof.hpp>

#include <catch2/catch.hpp>

namespace {

namespace seed = schema::seed;
namespace verdict = schema::verdict;
using namespace schema::dsl;

struct shelves : table<"shelves", column<"id", integer, primary_key>, column<"label", text, unique>,
                       column<"room", text, default_to<"">>,
                       named<"one_of_a_room", unique_index_on<expr("lower(label)"), where("room <> ''")>>> {};
struct books : table<"books", column<"id", uuid, primary_key>,
                     column<"shelf_id", integer, nullable, references<"shelves", "id">>,
                     column<"next_id", uuid, nullable, references<"books", "id">>,
                     column<"price", numeric<6, 2, on_sqlite<text>>, default_to<1>>, check<"price > 0">> {};
struct tables : schema::tables<shelves, books> {};

struct rooms {
  static constexpr seed::seed_constant seed_files[] = {{"rooms/shelves.csv", "id,label\n1,one\n2,\"two\"\n"}};
};
struct lent {
  static constexpr seed::seed_constant seed_files[] = {
      {"lent/books.csv", "id,shelf_id,next_id\n"
                         "B0000000-0000-4000-8000-000000000001,2,b0000000-0000-4000-8000-000000000002\n"
                         "b0000000-0000-4000-8000-000000000002,,B0000000-0000-4000-8000-000000000001\n"}};
};

TEST_CASE("a set stands alone or builds upon others") {
  STATIC_REQUIRE(schema::seeds_fit<tables, rooms>);
  STATIC_REQUIRE(schema::seeds_fit<tables, lent, seed::upon<rooms>>);
  using alone = schema::seed_verdict_of<tables, lent>;
  STATIC_REQUIRE(
      std::is_same_v<alone, verdict::seed_reference_missing<
                                verdict::in_file<"lent/books.csv:2:38">, verdict::table<"books">,
                                verdict::name<"shelf_id">, verdict::cell<"2">, verdict::because_of<"shelves">,
                                verdict::add_the_row_or_say_upon_which_set_this_one_builds>>);
}

struct folded {
  static constexpr seed::seed_constant seed_files[] = {
      {"folded/shelves.csv", "\xEF\xBB\xBFid,label,room\r\n1,One,\"\"\r\n2,one,hall\r\n\r\n3,ONE,hall\r\n"}};
};
struct foreign {
  static constexpr seed::seed_constant seed_files[] = {
      {"foreign/shelves.csv", "id,label,room\n1,\xC3\x84,hall\n2,\xC3\xA4,hall\n"}};
};

TEST_CASE("unique indexes on expressions, with a predicate") {
  STATIC_REQUIRE(
      std::is_same_v<
          schema::seed_verdict_of<tables, folded>,
          verdict::seed_key_repeated<verdict::in_file<"folded/shelves.csv:5:3">, verdict::table<"shelves">,
                                     verdict::name<"one_of_a_room">, verdict::cell<"ONE">,
                                     verdict::because_of<"line 3">, verdict::give_one_of_the_rows_another>>);
  STATIC_REQUIRE(seed::search_of<tables, foreign>::found.broken == schema::rule::seed_check_undecided);
  STATIC_REQUIRE(schema::seeds_fit<tables, foreign, seed::left_to_database<"shelves.one_of_a_room">>);
}

struct broken : table<"broken", column<"id", integer, primary_key>, column<"id", integer>> {};
struct broken_tables : schema::tables<broken> {};

TEST_CASE("tables with a fault of their own have no rows") {
  STATIC_REQUIRE(std::is_same_v<schema::seed_verdict_of<broken_tables, rooms>,
                                verdict::declared_twice<verdict::table<"broken">, verdict::name<"id">,
                                                        verdict::in_the_tables, verdict::declare_it_once>>);
}

TEST_CASE("a path that is long shows its end") {
  constexpr auto text = [] {
    seed::seed_finding f;
    f.path =
        "a/very/long/path/that/goes/on/and/on/through/many/folders/of/a/deep/tree/until/it/is/longer/than/an/"
        "error/has/room/for/base/shelves.csv";
    f.at = {2, 3};
    return seed::place_text(f);
  }();
  STATIC_REQUIRE(text.size < 140);
  STATIC_REQUIRE(text.view().substr(0, 2) == "..");
  STATIC_REQUIRE(text.view().substr(text.size - 15) == "shelves.csv:2:3");
}

} // namespace
