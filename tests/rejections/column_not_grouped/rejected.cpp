// a title beside an aggregate.
// error: verdict::column_not_grouped<schema::verdict::table<
// error: {"title"}
// error: at_byte<62>
// error: at_migration<2>
// error: add_it_to_group_by_or_aggregate_it
// sentence: "title" stands beside aggregates and is no key of GROUP BY
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
struct m0002 : migration<2, "rows",
                         data<"INSERT INTO lessons (id, event_id, title) SELECT max(id), id, title FROM "
                              "events GROUP BY id">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
