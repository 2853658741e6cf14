// lower of a number.
// error: verdict::argument_type_differs<schema::verdict::table<
// error: {"lower"}
// error: {"integer"}
// error: at_byte<6>
// error: at_migration<2>
// error: cast_it_to_what_the_function_takes
// sentence: the function "lower" takes no "integer"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events
    : table<"events", column<"id", uuid, primary_key>, column<"title", text>, column<"seats", integer>,
            column<"open", boolean>, check<"events_check", "lower(CAST(seats AS text)) <> 'x'">> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"seats", integer>, column<"open", boolean>>> {};
struct m0002 : migration<2, "second thoughts",
                         add_constraint<"events", check<"events_check", "lower(seats) <> 'x'">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
