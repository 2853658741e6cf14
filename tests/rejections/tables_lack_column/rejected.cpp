// A column that the history added and nobody declares.
// error: verdict::tables_lack_column<schema::verdict::table<
// error: {"lessons"}
// error: {"summary"}
// error: add_it_to_the_tables_or_drop_it_in_a_new_migration
// sentence: "lessons": the history ends with the column "summary", and it is not declared
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"summary", text>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
