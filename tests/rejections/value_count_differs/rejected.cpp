// three values for two columns.
// error: verdict::value_count_differs<schema::verdict::table<
// error: {"events"}
// error: {"3 for 2"}
// error: at_migration<2>
// error: give_as_many_values_as_columns
// sentence: values for columns are "3 for 2"
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
struct m0002 : migration<2, "rows", data<"INSERT INTO events (id, title) VALUES (1, 'a', 2)">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
