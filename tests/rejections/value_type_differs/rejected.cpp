// a title that is a number of seats.
// error: verdict::value_type_differs<schema::verdict::table<
// error: {"seats"}
// error: {"text"}
// error: at_byte<26>
// error: at_migration<2>
// error: give_a_value_of_the_type_of_the_column
// sentence: "seats" gets "text", which does not go into it
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
struct m0002 : migration<2, "rows", data<"UPDATE events SET seats = title">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
