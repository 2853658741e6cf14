// no rows would be below it.
// error: verdict::view_reads_itself<schema::verdict::table<
// error: {"titles"}
// error: at_migration<2>
// error: read_the_tables_below_it
// sentence: would read itself
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", bigint, primary_key>, column<"title", text>> {};
struct titles : view<"titles", "SELECT id, title FROM lessons"> {};
struct tables : schema::tables<lessons, titles> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", bigint, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "titles", create_view<"titles", "SELECT id FROM lessons">,
                         replace_view<"titles", "SELECT id FROM titles">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
