// made, and declared nowhere.
// error: verdict::tables_lack_view<schema::verdict::table<
// error: {"titles"}
// error: add_it_to_the_tables_or_drop_it_in_a_new_migration
// sentence: not declared
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", bigint, primary_key>, column<"title", text>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", bigint, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "titles", create_view<"titles", "SELECT id, title FROM lessons">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
