// The second migration creates what the first one did.
// error: verdict::table_exists<schema::verdict::table<
// error: {"lessons"}
// error: at_migration<2>
// error: give_it_another_name
// sentence: migration 2: "lessons": the table exists already
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", uuid, primary_key>, column<"title", text>>> {};
struct m0002 : migration<2, "notes", create_table<"lessons", column<"id", uuid, primary_key>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
