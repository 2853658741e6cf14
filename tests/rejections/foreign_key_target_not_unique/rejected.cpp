// A reference to columns that may stand twice.
// error: verdict::foreign_key_target_not_unique<schema::verdict::table<
// error: {"lessons"}
// error: {"event_id"}
// error: refers_to<
// error: {"events"}
// error: {"slug"}
// error: at_migration<1>
// error: reference_a_primary_key_or_a_unique_key
// sentence: the foreign key on "event_id" refers to columns of "events" that are no primary key
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"slug", text>> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>,
                       column<"event_id", text, references<"events", "slug">>> {};
struct tables : schema::tables<events, lessons> {};

struct m0001 : migration<1, "events and lessons",
                         create_table<"events", column<"id", uuid, primary_key>, column<"slug", text>>,
                         create_table<"lessons", column<"id", uuid, primary_key>,
                                      column<"event_id", text, references<"events", "slug">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
