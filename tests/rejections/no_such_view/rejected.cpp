// a misspelt view gets the nearest name.
// error: verdict::no_such_view<
// error: {"tiles"}
// error: did_you_mean<
// error: {"titles"}
// error: at_migration<2>
// sentence: there is no view
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", bigint, primary_key>, column<"title", text>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", bigint, primary_key>, column<"title", text>>> {
};
struct m0002
    : migration<2, "titles", create_view<"titles", "SELECT id, title FROM lessons">, drop_view<"tiles">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
