// A CHECK with an operator too many.
// error: verdict::syntax_error<schema::verdict::table<
// error: {"events"}
// error: {"<"}
// error: at_byte<22>
// error: at_migration<2>
// error: use_execute_for_sql_that_the_library_does_not_know
// sentence: this SQL is not understood at "<"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                      column<"seats", integer, check<"seats > 0 AND seats < 1000">>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"seats", integer>>> {};
struct m0002
    : migration<2, "second thoughts", add_constraint<"events", check<"seats > 0 AND seats < < 1000">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
