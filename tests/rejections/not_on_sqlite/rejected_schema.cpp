// SQLite has no schemas.
// error: verdict::not_on_sqlite<
// error: {"audit"}
// error: because_of<
// error: {"create_schema"}
// error: at_migration<1>
// error: write_postgresql_migrations_or_leave_it_out
// sentence: migration 1: SQLite can't carry out "create_schema", and the history is for both databases
#include <schema/schemas.hpp>

namespace app {
using namespace schema::dsl;

struct event : table<"audit.event", column<"id", bigint, primary_key>> {};
struct tables : schema::tables<event> {};

struct m0001 : migration<1, "events", create_schema<"audit">,
                         create_table<"audit.event", column<"id", bigint, primary_key>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
