// The accepted twin of rejected.cpp.
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
                                                                         "access_expires_at > release_at">>> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
