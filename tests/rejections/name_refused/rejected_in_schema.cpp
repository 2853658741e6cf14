// An index with a schema of its own.
// error: verdict::name_refused<
// error: {"audit.event"}
// error: {"audit.by_id"}
// error: did_you_mean<
// error: {"by_id"}
// error: at_migration<1>
// sentence: "audit.event": the name "audit.by_id"
#include <schema/schemas.hpp>

namespace app {
using namespace schema::dsl;

struct event : table<"audit.event", column<"id", bigint, primary_key>, named<"by_id", index_on<"id">>> {};
struct tables : schema::tables<event> {};

struct m0001 : migration<1, "events", create_schema<"audit">,
                         create_table<"audit.event", column<"id", bigint, primary_key>,
                                      named<"audit.by_id", index_on<"id">>>> {};
struct history : postgresql_migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
