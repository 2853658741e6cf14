// A table in a schema that no migration makes.
// error: verdict::no_such_schema<
// error: {"audits.event"}
// error: {"audits"}
// error: did_you_mean<
// error: {"audit"}
// error: at_migration<1>
// error: create_schema_before_it
// sentence: migration 1: "audits.event": no migration before it creates the schema "audits"; add
// create_schema, or leave the schema out of the name; did you mean "audit"?
#include <schema/schemas.hpp>

namespace app {
using namespace schema::dsl;

struct event : table<"audit.event", column<"id", bigint, primary_key>> {};
struct tables : schema::tables<event> {};

struct m0001 : migration<1, "events", create_schema<"audit">,
                         create_table<"audits.event", column<"id", bigint, primary_key>>> {};
struct history : postgresql_migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
