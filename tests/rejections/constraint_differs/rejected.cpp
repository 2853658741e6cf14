// A CHECK that was loosened in the tables only.
// error: verdict::constraint_differs<schema::verdict::table<
// error: {"lessons"}
// error: {"lessons_views_check"}
// error: alter_it_in_a_new_migration_or_correct_the_tables
// sentence: "lessons": the constraint "lessons_views_check" is declared otherwise than the history
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons
    : table<"lessons", column<"id", uuid, primary_key>, column<"views", integer, check<"views >= 0">>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", uuid, primary_key>,
                                      column<"views", integer, check<"views > 0">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
