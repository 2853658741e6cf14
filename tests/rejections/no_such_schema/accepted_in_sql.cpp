// The accepted twin of rejected_in_sql.cpp.
#include <schema/schemas.hpp>

namespace app {
using namespace schema::dsl;

struct event : table<"audit.event", column<"id", bigint, primary_key>> {};
struct tables : schema::tables<event> {};

struct m0001 : migration<1, "events", create_schema<"audit">,
                         create_table<"audit.event", column<"id", bigint, primary_key>>> {};
struct m0002 : migration<2, "rows", data<"INSERT INTO audit.event (id) VALUES (1)">> {};
struct history : postgresql_migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
