// A declared enumeration that no migration creates.
// error: verdict::history_lacks_enumeration<schema::verdict::table<
// error: {"level"}
// error: add_it_to_the_history_in_a_new_migration
// sentence: "level": the enumeration is declared, and the history does not create it
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct level : enumeration<"level", "easy", "hard"> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<lessons, level> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", uuid, primary_key>, column<"title", text>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
