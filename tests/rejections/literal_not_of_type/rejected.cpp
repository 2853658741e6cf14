// A number in the marks of a text.
// error: verdict::literal_not_of_type<schema::verdict::table<
// error: {"12"}
// error: {"integer"}
// error: at_byte<8>
// error: at_migration<2>
// error: write_a_value_of_that_type
// sentence: "12" stands for "integer" and is no literal of it
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events
    : table<"events", column<"id", uuid, primary_key>, column<"title", text>, column<"seats", integer>,
            column<"open", boolean>, check<"events_check", "seats < 12">> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"seats", integer>, column<"open", boolean>>> {};
struct m0002
    : migration<2, "second thoughts", add_constraint<"events", check<"events_check", "seats < '12'">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
