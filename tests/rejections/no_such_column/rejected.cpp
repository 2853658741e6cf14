// A misspelt column in a CHECK gets the nearest one.
// error: verdict::no_such_column<schema::verdict::table<
// error: {"lessons"}
// error: {"relase_at"}
// error: at_byte<49>
// error: did_you_mean<
// error: {"release_at"}
// error: at_migration<2>
// sentence: migration 2: "lessons": there is no column "relase_at" (byte 49 of: access_expires_at IS NULL
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons
    : table<"lessons", column<"id", uuid, primary_key>, column<"release_at", timestamptz>,
            column<"access_expires_at", timestamptz, nullable>,
            check<"lessons_access_window", "access_expires_at IS NULL OR access_expires_at > release_at">> {};
struct tables : schema::tables<lessons> {};

struct m0001
    : migration<1, "lessons",
                create_table<"lessons", column<"id", uuid, primary_key>, column<"release_at", timestamptz>,
                             column<"access_expires_at", timestamptz, nullable>>> {};
struct m0002
    : migration<2, "access window",
                add_constraint<"lessons", check<"lessons_access_window", "access_expires_at IS NULL OR "
                                                                         "access_expires_at > relase_at">>> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
