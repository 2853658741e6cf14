// the table that is changed stands in FROM under the same name.
// error: verdict::source_named_twice<schema::verdict::table<
// error: {"events"}
// error: at_byte<33>
// error: at_migration<2>
// error: give_one_of_them_another_name
// sentence: two sources of one FROM, or two queries of one WITH, are called "events"; give one of them
// another name
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", bigint, primary_key>, column<"title", text>,
                      column<"seats", integer, nullable>> {};
struct lessons : table<"lessons", column<"id", bigint, primary_key>,
                       column<"event_id", bigint, references<"events", "id">>, column<"title", text>> {};
struct tables : schema::tables<events, lessons> {};

struct m0001
    : migration<1, "events",
                create_table<"events", column<"id", bigint, primary_key>, column<"title", text>,
                             column<"seats", integer, nullable>>,
                create_table<"lessons", column<"id", bigint, primary_key>,
                             column<"event_id", bigint, references<"events", "id">>, column<"title", text>>> {
};
struct m0002 : migration<2, "rows", data<"UPDATE events SET seats = 1 FROM events WHERE seats = 2">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
