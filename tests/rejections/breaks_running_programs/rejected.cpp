// Programs of the version before still ask for the old name.
// error: verdict::breaks_running_programs<schema::verdict::table<
// error: {"events"}
// error: {"title"}
// error: {"name"}
// error: at_migration<2>
// error: add_a_new_one_and_drop_the_old_one_later_or_assume_safe
// sentence: programs that still run use "title" as it was
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"name", text>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "names", rename_column<"events", "title", "name">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
