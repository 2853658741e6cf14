// A reference of another type.
// error: verdict::foreign_key_type_differs<schema::verdict::table<
// error: {"lessons"}
// error: {"event_id"}
// error: refers_to<
// error: {"events"}
// error: {"id"}
// error: at_migration<1>
// error: use_the_type_of_the_column_it_refers_to
// sentence: the foreign key column "event_id" has another type than the column of "events"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"slug", text>> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>,
                       column<"event_id", text, references<"events", "id">>> {};
struct tables : schema::tables<events, lessons> {};

struct m0001 : migration<1, "events and lessons",
                         create_table<"events", column<"id", uuid, primary_key>, column<"slug", text>>,
                         create_table<"lessons", column<"id", uuid, primary_key>,
                                      column<"event_id", text, references<"events", "id">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
