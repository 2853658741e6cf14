// A constraint that was proven when it was added has no rows to look for.
// error: verdict::valid_already<schema::verdict::table<
// error: {"lessons"}
// error: {"lessons_last"}
// error: at_migration<3>
// error: remove_validate_constraint
// sentence: "lessons_last" is valid already
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", bigint, primary_key>, column<"minutes", integer>,
                       check<"lessons_last", "minutes >= 0">> {};
struct tables : schema::tables<lessons> {};

struct m0001
    : migration<1, "lessons",
                create_table<"lessons", column<"id", bigint, primary_key>, column<"minutes", integer>>> {};
struct m0002 : migration<2, "they last", add_constraint<"lessons", check<"lessons_last", "minutes >= 0">>> {};
struct m0003 : migration<3, "all of them", validate_constraint<"lessons", "lessons_last">> {};
struct history : migrations<m0001, m0002, m0003> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
