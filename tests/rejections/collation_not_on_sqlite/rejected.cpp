// A collation of PostgreSQL alone.
// error: verdict::collation_not_on_sqlite<schema::verdict::table<
// error: {"members"}
// error: {"name"}
// error: {"de-x-icu"}
// error: at_migration<2>
// error: say_binary_nocase_or_rtrim_behind_it
// sentence: migration 2: "members": SQLite has no collation "de-x-icu" for "name"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members
    : table<"members", column<"id", bigint, primary_key>, column<"name", text, collate<"de-x-icu">>> {};
struct tables : schema::tables<members> {};

struct m0001 : migration<1, "members",
                         create_table<"members", column<"id", bigint, primary_key>, column<"name", text>>> {};
struct m0002 : migration<2, "by the letter", alter_column<"members", "name", set_collation<"de-x-icu">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
