// A table that is made has no rows to spare.
// error: verdict::not_valid_in_vain<schema::verdict::table<
// error: {"lessons"}
// error: {"lessons_last"}
// error: at_migration<1>
// error: leave_not_valid_out_or_validate_in_a_later_migration
// sentence: "lessons_last" is not_valid for nothing
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", bigint, primary_key>, column<"minutes", integer>,
                       not_valid<check<"lessons_last", "minutes >= 0">>> {};
struct tables : schema::tables<lessons> {};

struct m0001
    : migration<1, "lessons",
                create_table<"lessons", column<"id", bigint, primary_key>, column<"minutes", integer>,
                             not_valid<check<"lessons_last", "minutes >= 0">>>> {};

struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
