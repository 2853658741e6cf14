// A table stands twice in the list.
// error: verdict::declared_twice<schema::verdict::table<
// error: {"events"}
// error: in_the_tables
// error: declare_it_once
// sentence: in the tables: "events": it is declared twice
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>> {};
struct lessons : table<"events", column<"id", uuid, primary_key>> {};
struct tables : schema::tables<events, lessons> {};

struct m0001 : migration<1, "events and lessons",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>,
                         create_table<"lessons", column<"id", uuid, primary_key>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
