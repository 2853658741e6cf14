// Another default in the tables than at the end of the history.
// error: verdict::default_differs<schema::verdict::table<
// error: {"lessons"}
// error: {"views"}
// error: alter_it_in_a_new_migration_or_correct_the_tables
// sentence: "lessons": the column "views" is declared with another default than the history ends with
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"views", integer, default_to<0>>> {
};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", uuid, primary_key>, column<"views", integer>>> {
};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
