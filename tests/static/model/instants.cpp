// An instant is the ordinal of an operation: what stands between two operations is seen as it stands there.
#include <tests/static/model/folded.hpp>

namespace {

using namespace schema::dsl;
using namespace schema::tests;

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>> {
};
struct m0002
    : migration<2, "titles in two steps", add_column<"events", column<"heading", text, nullable>>,
                data<"UPDATE events SET heading = title">, alter_column<"events", "heading", set_not_null>,
                drop_column<"events", "title">, rename_column<"events", "heading", "title">> {};
struct m0003 : migration<3, "gone and back", drop_table<"events">,
                         create_table<"events", column<"id", bigint, primary_key, identity>>> {};
struct history : migrations<m0001, m0002, m0003> {};
struct first : migrations<m0001> {};
struct second : migrations<m0001, m0002> {};

} // namespace

TEST_CASE("every operation is an instant, and a version is its last one") {
  verify_history<history>([](const auto& line) {
    return line.found.is_sound() && line.now == 8 && line.migration_count == 3 &&
           line.last_instants[0] == 0 && line.last_instants[1] == 1 && line.last_instants[2] == 6 &&
           line.last_instants[3] == 8;
  });
}

TEST_CASE("a data statement between two changes sees exactly what stands at that point") {
  verify_history<history>([](const auto& line) {
    const schema::table_id events = table_named(line, "events", 3);
    const schema::column_id heading = column_named(line, events, "heading", 3);
    return line.instants[3].done->kind == schema::operation_kind::data && heading >= 0 &&
           column_named(line, events, "title", 3) >= 0 && line.column_at(heading, 3).nullable &&
           !line.column_at(heading, 4).nullable;
  });
}

TEST_CASE("a column that takes the name of a dropped one is another column") {
  verify_history<history>([](const auto& line) {
    const schema::table_id events = table_named(line, "events", 2);
    const schema::column_id before = column_named(line, events, "title", 2);
    const schema::column_id after = column_named(line, events, "title", 6);
    return before >= 0 && after >= 0 && before != after &&
           after == column_named(line, events, "heading", 5) && column_named(line, events, "title", 5) < 0;
  });
}

TEST_CASE("a table dropped and created again under its name is another object") {
  verify_history<history>([](const auto& line) {
    const schema::table_id before = table_named(line, "events", 6), after = table_named(line, "events", 8);
    return before >= 0 && after >= 0 && before != after && table_named(line, "events", 7) < 0 &&
           object_named(line, "events_pkey", 6) != object_named(line, "events_pkey", 8) &&
           !line.column_at(column_named(line, before, "id", 6), 6).identity &&
           line.column_at(column_named(line, after, "id", 8), 8).identity;
  });
}

TEST_CASE("the fold of a prefix is a prefix of the fold") {
  verify_history<first>([](const auto& line) {
    for (schema::u32 i = 0; i <= line.now; ++i)
      if (!same_names(line, i, schema::timeline_of<history>, i)) return false;
    return line.now == schema::timeline_of<history>.last_instants[1];
  });
  verify_history<second>([](const auto& line) {
    for (schema::u32 i = 0; i <= line.now; ++i)
      if (!same_names(line, i, schema::timeline_of<history>, i)) return false;
    return line.now == schema::timeline_of<history>.last_instants[2];
  });
}

TEST_CASE("before the first operation there is nothing") {
  verify_history<history>([](const auto& line) {
    for (schema::table_id t = 0; t < line.table_count; ++t)
      if (line.tables[t].alive.holds(0)) return false;
    return objects_at(line, 0) == 0;
  });
}
