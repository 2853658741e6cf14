// A rename touches nothing else: what names the table or the column follows, and derived names go along.
#include <tests/static/model/folded.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;

struct m0001
    : migration<1, "events and lessons",
                create_table<"events", column<"id", uuid, primary_key>, column<"slug", text, unique>>,
                create_table<"lessons", column<"id", uuid, primary_key>,
                             column<"event_id", uuid, references<"events", "id", on_delete::cascade>>,
                             column<"position", integer, check<"position > 0">>, column<"title", text>,
                             unique_on<"event_id", "position">,
                             check<"lessons_titled", "title <> '' OR position > 100">,
                             index_on<"title", where("position > 3")>, index_on<expr("lower(title)")>,
                             index_on<expr("CAST(title AS varchar(10))")>,
                             named<"by_position", index_on<desc("position")>>>> {};
/// No program runs.
template <class Operation> using alone = assume_safe<"no program runs", Operation>;

struct m0002 : migration<2, "ranks", alone<rename_column<"lessons", "position", "rank">>,
                         alone<rename_column<"lessons", "title", "heading">>,
                         alone<rename_table<"lessons", "units">>, alone<rename_table<"events", "courses">>,
                         alone<rename_column<"courses", "id", "course_id">>> {};
struct m0003 : migration<3, "and back", alone<rename_column<"courses", "course_id", "id">>,
                         alone<rename_table<"courses", "events">>, alone<rename_table<"units", "lessons">>,
                         alone<rename_column<"lessons", "heading", "title">>,
                         alone<rename_column<"lessons", "rank", "position">>> {};
struct history : migrations<m0001, m0002, m0003> {};

struct events : table<"events", column<"id", uuid, primary_key>, column<"slug", text, unique>> {};
struct lessons
    : table<"lessons", column<"id", uuid, primary_key>,
            column<"event_id", uuid, references<"events", "id", on_delete::cascade>>,
            column<"position", integer, check<"position > 0">>, column<"title", text>,
            unique_on<"event_id", "position">, check<"lessons_titled", "title <> '' OR position > 100">,
            index_on<"title", where("position > 3")>, index_on<expr("lower(title)")>,
            index_on<expr("CAST(title AS varchar(10))")>, named<"by_position", index_on<desc("position")>>> {
};
struct tables : schema::tables<events, lessons> {};

struct courses : table<"courses", column<"course_id", uuid, primary_key>, column<"slug", text, unique>> {};
struct units
    : table<"units", column<"id", uuid, primary_key>,
            column<"event_id", uuid, references<"courses", "course_id", on_delete::cascade>>,
            column<"rank", integer, check<"rank > 0">>, column<"heading", text>,
            unique_on<"event_id", "rank">, check<"lessons_titled", "heading <> '' OR rank > 100">,
            index_on<"heading", where("rank > 3")>, index_on<expr("lower(heading)")>,
            index_on<expr("CAST(heading AS varchar(10))")>, named<"by_position", index_on<desc("rank")>>> {};
struct renamed_tables : schema::tables<courses, units> {};
struct renamed : migrations<m0001, m0002> {};

struct g0001 : migration<1, "notes",
                         create_table<"notes", column<"id", uuid, primary_key>, column<"slug", text>,
                                      named<"notes_slug_code", unique_on<"slug">>>> {};
struct g0002 : migration<2, "given names", rename_constraint<"notes", "notes_slug_code", "notes_by_slug">,
                         rename_column<"notes", "slug", "code">, rename_table<"notes", "memos">> {};
struct given : migrations<g0001, g0002> {};

struct s0001
    : migration<1, "names change places",
                create_table<"a", column<"id", uuid, primary_key>, column<"x", text, unique>,
                             column<"y", integer, unique>>,
                rename_column<"a", "x", "z">, rename_column<"a", "y", "x">, rename_column<"a", "z", "y">> {};
struct swapped : migrations<s0001> {};
struct a
    : table<"a", column<"id", uuid, primary_key>, column<"x", integer, unique>, column<"y", text, unique>> {};
struct swapped_tables : schema::tables<a> {};

} // namespace

static_assert(schema::proven<history, tables>);
static_assert(schema::proven<renamed, renamed_tables>);
static_assert(schema::proven<swapped, swapped_tables>);

TEST_CASE("renamed there and back, everything stands under its old names") {
  verify_history<history>([](const auto& line) {
    return line.found.is_sound() && same_names(line, line.last_instants[1], line, line.now) &&
           !same_names(line, line.last_instants[2], line, line.now);
  });
}

TEST_CASE("a rename makes no object and ends none") {
  verify_history<history>([](const auto& line) {
    for (schema::object_id o = 0; o < line.object_count; ++o)
      if (line.objects[o].alive.from > line.last_instants[1] || line.objects[o].alive.to != schema::forever)
        return false;
    return line.object_count == 11 && line.table_count == 2;
  });
}

TEST_CASE("derived names follow their table and columns, given names stay") {
  verify_history<renamed>([](const auto& line) {
    for (schema::text_view id : {"courses_pkey", "courses_slug_key", "units_pkey", "units_event_id_fkey",
                                 "units_rank_check", "units_event_id_rank_key", "lessons_titled",
                                 "units_heading_idx", "units_lower_idx", "units_heading_idx1", "by_position"})
      if (object_named(line, id, line.now) < 0) return false;
    return objects_at(line, line.now) == 11;
  });
}

TEST_CASE("an old name leads nowhere and a new one nowhere before its instant") {
  verify_history<renamed>([](const auto& line) {
    const schema::u32 before = line.last_instants[1];
    return object_named(line, "lessons_pkey", line.now) < 0 && object_named(line, "units_pkey", before) < 0 &&
           object_named(line, "lessons_pkey", before) == object_named(line, "units_pkey", line.now);
  });
}

TEST_CASE("a CHECK names the renamed column by the same binding") {
  verify_history<renamed>([](const auto& line) {
    const schema::object_id check = object_named(line, "lessons_titled", line.now);
    const schema::table_id units = table_named(line, "units", line.now);
    return names_column(line, line.objects[check].expression, column_named(line, units, "rank", line.now)) &&
           names_column(line, line.objects[check].expression,
                        column_named(line, units, "heading", line.now)) &&
           !names_column(line, line.objects[check].expression, column_named(line, units, "id", line.now));
  });
}

TEST_CASE("given names are renamed by themselves alone") {
  verify_history<given>([](const auto& line) {
    const schema::object_id key = object_named(line, "notes_slug_code", 1);
    return line.found.is_sound() && key >= 0 && key == object_named(line, "notes_by_slug", 2) &&
           key == object_named(line, "notes_by_slug", line.now) &&
           object_named(line, "memos_pkey", line.now) >= 0;
  });
}

namespace {

template <schema::name_literal From, schema::name_literal To>
struct renaming_of
    : migrations<migration<1, "a", create_table<"t", column<quoted<"Title">, text>, column<"other", text>>>,
                 migration<2, "b", rename_column<"t", From, To>>> {};
template <schema::name_literal From, schema::name_literal To>
inline constexpr schema::rule renaming = schema::timeline_of<renaming_of<From, To>>.found.broken;

} // namespace

TEST_CASE("a column is not renamed to its own name, but to another case of it") {
  STATIC_REQUIRE(renaming<"other", "other"> == schema::rule::column_exists);
  STATIC_REQUIRE(renaming<quoted<"Title">, "title"> == schema::rule::none);
  STATIC_REQUIRE(renaming<"other", "title"> == schema::rule::column_exists);
}
