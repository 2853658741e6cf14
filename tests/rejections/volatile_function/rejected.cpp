// A CHECK that asks for the time would hold today and break tomorrow.
// error: verdict::volatile_function<schema::verdict::table<
// error: {"events"}
// error: {"now"}
// error: at_byte<12>
// error: at_migration<2>
// error: compute_it_when_rows_are_written
// sentence: "now" changes from one call to the next, and a CHECK or an index can't follow
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                      column<"starts_at", timestamptz>, column<"created_at", timestamptz>,
                      check<"events_start", "starts_at > created_at">> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"starts_at", timestamptz>, column<"created_at", timestamptz>>> {
};
struct m0002
    : migration<2, "second thoughts", add_constraint<"events", check<"events_start", "starts_at > now()">>> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
