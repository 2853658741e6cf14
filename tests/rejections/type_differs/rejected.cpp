// The tables say bigint, the history ends with integer.
// error: verdict::type_differs<schema::verdict::table<
// error: {"lessons"}
// error: {"views"}
// error: alter_it_in_a_new_migration_or_correct_the_tables
// sentence: "lessons": the column "views" is declared with another type than the history ends with
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"views", bigint>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", uuid, primary_key>, column<"views", integer>>> {
};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
