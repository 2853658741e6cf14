// SQLite has no names in schemas.
// error: verdict::not_on_sqlite<
// error: {"audit.event"}
// error: because_of<
// error: {"a name in a schema"}
// error: at_migration<1>
// error: write_postgresql_migrations_or_leave_it_out
// sentence: migration 1: "audit.event": SQLite can't carry out "a name in a schema"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct event : table<"audit.event", column<"id", bigint, primary_key>> {};
struct tables : schema::tables<event> {};

struct m0001 : migration<1, "events", create_table<"audit.event", column<"id", bigint, primary_key>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
