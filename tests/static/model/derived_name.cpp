// Names that were given none. The expected ones were made by PostgreSQL 15.
#include <tests/static/model/folded.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;

struct lessons
    : table<"lessons", column<"id", integer, primary_key>, column<"event_id", integer>,
            column<"position", integer>, column<"slug", text>, column<"email", text>,
            column<"seats", integer, check<"seats > 0">>,
            column<"price", numeric<8, 2, on_sqlite<text>>, check<"price > 0">>,
            column<"parent_id", integer, references<"lessons", "id">>, unique_on<"event_id", "position">,
            check<"seats > position">, check<"seats < 100">, check<"true">, index_on<"event_id", "position">,
            index_on<"event_id", "position">, index_on<expr("LOWER(email)")>,
            index_on<expr("lower(email)"), expr("lower(slug)")>, index_on<expr("seats + 1")>,
            index_on<expr("seats + 1"), expr("seats + 2"), "event_id">, index_on<expr("coalesce(seats, 0)")>,
            index_on<expr("CAST(seats AS text)")>, index_on<expr("CAST(seats + 1 AS bigint)")>,
            index_on<expr("CAST(lower(email) AS varchar(10))")>,
            index_on<expr("seats::double precision"), expr("position::int4")>,
            index_on<expr("CASE WHEN seats > 0 THEN 1 ELSE position END")>,
            index_on<expr("CASE WHEN seats > 0 THEN 1 ELSE 2 END")>,
            index_on<expr("CASE WHEN seats > 0 THEN 1 END")>,
            index_on<expr("trim(email)"), expr("ltrim(email)"), expr("greatest(seats, 1)"),
                     expr("least(seats, 1)"), expr("nullif(seats, 1)")>,
            index_on<expr("seats IS NULL"), expr("-seats"), expr("seats > 0 AND true")>,
            index_on<expr("substr(email, 1, 2)"), expr("char_length(slug)"), expr("round(price)")>,
            index_on<expr("(seats)"), expr("1"), expr("'x'::text"), expr("true")>, index_on<"slug", "slug">> {
};

struct attempts
    : table<"learning_management_system_quiz_attempts", column<"id", integer, primary_key>,
            column<"a_column_with_quite_a_long_name_of_its_own", integer, unique,
                   check<"a_column_with_quite_a_long_name_of_its_own > 0">>,
            column<"b_column_with_quite_a_long_name_of_its_own", integer>,
            unique_on<"a_column_with_quite_a_long_name_of_its_own",
                      "b_column_with_quite_a_long_name_of_its_own">,
            unique_on<"b_column_with_quite_a_long_name_of_its_own",
                      "a_column_with_quite_a_long_name_of_its_own">,
            unique_on<"id", "a_column_with_quite_a_long_name_of_its_own">, column<"short", integer, unique>,
            foreign_key<columns<"a_column_with_quite_a_long_name_of_its_own", "short">,
                        references_on<"learning_management_system_quiz_attempts",
                                      "a_column_with_quite_a_long_name_of_its_own",
                                      "b_column_with_quite_a_long_name_of_its_own">>,
            index_on<"b_column_with_quite_a_long_name_of_its_own">> {};

struct longest
    : table<"a_table_name_of_exactly_sixty_three_bytes_which_is_the_longest_",
            column<"a_column_name_of_exactly_sixty_three_bytes_that_is_the_longest_", integer, primary_key,
                   check<"a_column_name_of_exactly_sixty_three_bytes_that_is_the_longest_ > 0">>,
            column<"b", integer, unique>> {};

struct german
    : table<quoted<"Übergrößenträgerverzeichnisänderungsprotokoll">, column<"id", integer, primary_key>,
            column<quoted<"größenänderungsübertragungsschlüssel">, integer, unique>,
            column<quoted<"ö">, integer, check<"\"ö\" > 0">>> {};

struct tiny
    : table<"t", column<"c_column_name_of_exactly_sixty_three_bytes_that_is_the_longest_", integer, unique>,
            column<"c", integer>,
            unique_on<"c", "c_column_name_of_exactly_sixty_three_bytes_that_is_the_longest_">> {};

template <class Table> struct only : schema::tables<Table> {};

template <class Timeline>
constexpr bool has_exactly(const Timeline& line, std::initializer_list<schema::text_view> names) {
  if (!line.found.is_sound()) return false;
  for (schema::text_view id : names) {
    const schema::object_id o = object_named(line, id, line.now);
    if (o < 0) return false;
    const bool is_index = line.objects[o].kind == schema::part_kind::index;
    if (line.find_object(is_index ? -1 : line.objects[o].table, schema::hash_name(id)) != o) return false;
  }
  return objects_at(line, line.now) == names.size();
}

} // namespace

TEST_CASE("derived names are PostgreSQL's") {
  verify_tables<only<lessons>>([](const auto& line) {
    return has_exactly(line, {"lessons_pkey",
                              "lessons_event_id_position_key",
                              "lessons_event_id_position_idx",
                              "lessons_event_id_position_idx1",
                              "lessons_lower_idx",
                              "lessons_lower_lower1_idx",
                              "lessons_expr_idx",
                              "lessons_expr_expr1_event_id_idx",
                              "lessons_coalesce_idx",
                              "lessons_seats_idx",
                              "lessons_int8_idx",
                              "lessons_lower_idx1",
                              "lessons_seats_position_idx",
                              "lessons_position_idx",
                              "lessons_case_idx",
                              "lessons_case_idx1",
                              "lessons_btrim_ltrim_greatest_least_nullif_idx",
                              "lessons_expr_expr1_expr2_idx",
                              "lessons_substr_char_length_round_idx",
                              "lessons_seats_expr_text_expr1_idx",
                              "lessons_slug_slug1_idx",
                              "lessons_seats_check",
                              "lessons_price_check",
                              "lessons_check",
                              "lessons_seats_check1",
                              "lessons_check1",
                              "lessons_parent_id_fkey"});
  });
}

TEST_CASE("long names are clipped as PostgreSQL clips them") {
  verify_tables<only<attempts>>([](const auto& line) {
    return has_exactly(line, {"learning_management_system_quiz_attempts_pkey",
                              "learning_management_system_qu_a_column_with_quite_a_long_na_key",
                              "learning_management_system_qu_a_column_with_quite_a_long_n_key1",
                              "learning_management_system_qu_b_column_with_quite_a_long_na_key",
                              "learning_management_system_qu_id_a_column_with_quite_a_long_key",
                              "learning_management_system_quiz_attempts_short_key",
                              "learning_management_system_q_a_column_with_quite_a_long_n_check",
                              "learning_management_system_qu_a_column_with_quite_a_long_n_fkey",
                              "learning_management_system_qu_b_column_with_quite_a_long_na_idx"});
  });
  verify_tables<only<longest>>([](const auto& line) {
    return has_exactly(line, {"a_table_name_of_exactly_sixty_three_bytes_which_is_the_lon_pkey",
                              "a_table_name_of_exactly_sixt_a_column_name_of_exactly_six_check",
                              "a_table_name_of_exactly_sixty_three_bytes_which_is_the_lo_b_key"});
  });
  verify_tables<only<tiny>>([](const auto& line) {
    return has_exactly(line, {"t_c_column_name_of_exactly_sixty_three_bytes_that_is_the_lo_key",
                              "t_c_c_column_name_of_exactly_sixty_three_bytes_that_is_the__key"});
  });
}

TEST_CASE("clipping leaves UTF-8 characters whole") {
  verify_tables<only<german>>([](const auto& line) {
    return has_exactly(line, {"Übergrößenträgerverzeichnisänderungsprotokoll_pkey",
                              "Übergrößenträgerverzeichn_größenänderungsübertragun_key",
                              "Übergrößenträgerverzeichnisänderungsprotokoll_ö_check"});
  });
  static_assert(schema::clipped_size("aö", 3) == 3 && schema::clipped_size("aö", 2) == 1);
}
