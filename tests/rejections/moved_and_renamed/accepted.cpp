// The accepted twin of rejected.cpp.
#include <schema/schemas.hpp>

namespace app {
using namespace schema::dsl;

struct happening : table<"old.happening", column<"id", bigint, primary_key>> {};
struct tables : schema::tables<happening> {};

struct m0001 : migration<1, "events", create_schema<"audit">,
                         create_table<"audit.event", column<"id", bigint, primary_key>>> {};
struct m0002 : migration<2, "moved", create_schema<"old">,
                         assume_safe<"nobody reads it yet", rename_table<"audit.event", "old.event">>,
                         assume_safe<"nobody reads it yet", rename_table<"old.event", "old.happening">>> {};
struct history : postgresql_migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
