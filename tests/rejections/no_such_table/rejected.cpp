// A misspelt table.
// error: verdict::no_such_table<schema::verdict::table<
// error: {"event"}
// error: did_you_mean<
// error: {"events"}
// error: at_migration<2>
// sentence: migration 2: "event": there is no such table; did you mean "events"?
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                      column<"slug", text, nullable>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "second thoughts", add_column<"event", column<"slug", text, nullable>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
