// Two branches took the same number.
// error: verdict::version_not_rising<
// error: {"titles for all"}
// error: at_migration<2>
// error: after_migration<2>
// error: rise_with_every_migration
// sentence: migration 2: the version of "titles for all" is not above the one before it
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"title", text>,
                       column<"release_at", timestamptz, nullable>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"release_at", timestamptz>>> {};
struct m0002
    : migration<2, "release when it is ready", alter_column<"lessons", "release_at", drop_not_null>> {};
struct m0003 : migration<2, "titles for all", data<"UPDATE lessons SET title = 'Lesson' WHERE title = ''">> {
};
struct history : migrations<m0001, m0002, m0003> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
