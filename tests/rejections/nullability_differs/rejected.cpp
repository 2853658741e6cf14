// The tables say nullable, the history does not.
// error: verdict::nullability_differs<schema::verdict::table<
// error: {"lessons"}
// error: {"title"}
// error: alter_it_in_a_new_migration_or_correct_the_tables
// sentence: "lessons": the column "title" is nullable in the tables or at the end of the history, not in both
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"title", text, nullable>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", uuid, primary_key>, column<"title", text>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
