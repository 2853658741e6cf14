// A reference to a table that is not there.
// error: verdict::foreign_key_target_missing<schema::verdict::table<
// error: {"lessons"}
// error: {"evnets"}
// error: did_you_mean<
// error: {"events"}
// error: at_migration<1>
// sentence: migration 1: "lessons": the foreign key refers to "evnets", which is not there; did you mean
// "events"?
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"slug", text>> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"event_id", uuid>,
                       foreign_key<columns<"event_id">, references_on<"events", "id">>> {};
struct tables : schema::tables<events, lessons> {};

struct m0001 : migration<1, "events and lessons",
                         create_table<"events", column<"id", uuid, primary_key>, column<"slug", text>>,
                         create_table<"lessons", column<"id", uuid, primary_key>, column<"event_id", uuid>,
                                      foreign_key<columns<"event_id">, references_on<"evnets", "id">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
