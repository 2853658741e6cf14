// rows are changed in the tables below.
// error: verdict::not_a_table<schema::verdict::table<
// error: {"titles"}
// error: at_migration<2>
// error: it_is_a_view_so_change_what_it_reads
// sentence: it is a view
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", bigint, primary_key>, column<"title", text>> {};
struct titles : view<"titles", "SELECT id, title FROM lessons"> {};
struct tables : schema::tables<lessons, titles> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", bigint, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "titles", create_view<"titles", "SELECT id, title FROM lessons">,
                         data<"UPDATE titles SET title = ''">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
