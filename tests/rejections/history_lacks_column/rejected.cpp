// A declared column that no migration adds.
// error: verdict::history_lacks_column<schema::verdict::table<
// error: {"lessons"}
// error: {"summary"}
// error: add_it_to_the_history_in_a_new_migration
// sentence: "lessons": the column "summary" is declared, and the history does not add it
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons
    : table<"lessons", column<"id", uuid, primary_key>, column<"title", text>, column<"summary", text>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", uuid, primary_key>, column<"title", text>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
