// another query than the last one.
// error: verdict::view_differs<schema::verdict::table<
// error: {"titles"}
// error: replace_it_in_a_new_migration_or_correct_the_tables
// sentence: another query
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", bigint, primary_key>, column<"title", text>> {};
struct titles : view<"titles", "SELECT id, title FROM lessons"> {};
struct tables : schema::tables<lessons, titles> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", bigint, primary_key>, column<"title", text>>> {
};
struct m0002
    : migration<2, "titles", create_view<"titles", "SELECT id, title FROM lessons WHERE title <> ''">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
