// A number is to have a collation.
// error: verdict::collation_not_of_text<schema::verdict::table<
// error: {"members"}
// error: {"age"}
// error: {"C"}
// error: at_migration<2>
// error: leave_out_the_collation
// sentence: migration 2: "members": only a text has a collation, and "age" is none
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members : table<"members", column<"id", bigint, primary_key>, column<"email", varchar<80>>,
                       column<"age", integer>> {};
struct tables : schema::tables<members> {};

struct m0001 : migration<1, "members",
                         create_table<"members", column<"id", bigint, primary_key>,
                                      column<"email", varchar<80>>, column<"age", integer>>> {};
struct m0002 : migration<2, "by the letter", alter_column<"members", "age", set_collation<"C">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
