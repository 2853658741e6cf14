// Rows that stand would have no value in the column that comes back.
// error: verdict::no_way_back<schema::verdict::table<
// error: {"events"}
// error: {"title"}
// error: at_migration<2>
// error: set_default_before_it_or_say_irreversible
// sentence: down can't bring "title" back
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "no titles", drop_column<"events", "title", loses_data>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
