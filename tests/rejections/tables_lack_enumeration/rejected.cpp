// An enumeration that the history created and nobody declares.
// error: verdict::tables_lack_enumeration<schema::verdict::table<
// error: {"level"}
// error: add_it_to_the_tables_or_drop_it_in_a_new_migration
// sentence: "level": the history ends with this enumeration, and it is not declared
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<lessons> {};

struct m0001
    : migration<1, "lessons", create_table<"lessons", column<"id", uuid, primary_key>, column<"title", text>>,
                create_enumeration<"level", "easy", "hard">> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
