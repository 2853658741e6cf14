// seats of rows that are changed already.
// error: verdict::update_reads_itself<schema::verdict::table<
// error: {"events"}
// error: {"seats"}
// error: at_byte<38>
// error: at_migration<2>
// error: take_it_from_a_select_in_from
// sentence: "seats" is read by a select in the UPDATE that assigns it
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
struct m0002 : migration<2, "rows", data<"UPDATE events SET seats = (SELECT max(seats) FROM events)">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
