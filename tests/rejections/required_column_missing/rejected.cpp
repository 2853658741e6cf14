// an event without a title.
// error: verdict::required_column_missing<schema::verdict::table<
// error: {"title"}
// error: at_migration<2>
// error: name_it_with_a_value_or_give_it_a_default
// sentence: "title" is NOT NULL, has no default and is given no value
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
struct m0002 : migration<2, "rows", data<"INSERT INTO events (id) VALUES (1)">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
