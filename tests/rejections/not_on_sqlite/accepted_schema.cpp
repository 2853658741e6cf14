// The accepted twin of rejected_schema.cpp: the history is for PostgreSQL alone.
#include <schema/schemas.hpp>

namespace app {
using namespace schema::dsl;

struct event : table<"audit.event", column<"id", bigint, primary_key>> {};
struct tables : schema::tables<event> {};

struct m0001 : migration<1, "events", create_schema<"audit">,
                         create_table<"audit.event", column<"id", bigint, primary_key>>> {};
struct history : postgresql_migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
