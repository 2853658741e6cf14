// A CHECK that is a number, not a condition.
// error: verdict::condition_not_boolean<schema::verdict::table<
// error: {"seats"}
// error: {"integer"}
// error: at_byte<10>
// error: at_migration<2>
// error: write_a_comparison
// sentence: "seats" stands as a condition and is "integer"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events
    : table<"events", column<"id", uuid, primary_key>, column<"title", text>, column<"seats", integer>,
            column<"open", boolean>, check<"events_check", "open AND (seats > 0)">> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"seats", integer>, column<"open", boolean>>> {};
struct m0002
    : migration<2, "second thoughts", add_constraint<"events", check<"events_check", "open AND (seats)">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
