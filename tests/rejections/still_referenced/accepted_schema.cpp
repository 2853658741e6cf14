// The accepted twin of rejected_schema.cpp.
#include <schema/schemas.hpp>

namespace app {
using namespace schema::dsl;

struct tables : schema::tables<> {};

struct m0001 : migration<1, "events", create_schema<"audit">,
                         create_table<"audit.event", column<"id", bigint, primary_key>>> {};
struct m0002 : migration<2, "gone", drop_table<"audit.event", loses_data>, drop_schema<"audit">> {};
struct history : postgresql_migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
