// The tables say another comment than the history ends with.
// error: verdict::comment_differs<schema::verdict::table<
// error: {"lessons"}
// error: {"length"}
// error: set_comment_in_a_new_migration_or_correct_the_tables
// sentence: "lessons": the comment of "length" is declared otherwise than the history ends with
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", comment<"what is taught">, column<"id", bigint, primary_key>,
                       column<"length", integer, comment<"in seconds">>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", comment<"what is taught">, column<"id", bigint, primary_key>,
                                      column<"length", integer, comment<"in minutes">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
