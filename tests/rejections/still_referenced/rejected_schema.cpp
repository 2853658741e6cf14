// A schema that holds a table.
// error: verdict::still_referenced<
// error: {"audit"}
// error: because_of<
// error: {"audit.event"}
// error: at_migration<2>
// error: drop_what_refers_to_it_first
// sentence: migration 2: "audit" is still used by "audit.event"; drop or change that first
#include <schema/schemas.hpp>

namespace app {
using namespace schema::dsl;

struct tables : schema::tables<> {};

struct m0001 : migration<1, "events", create_schema<"audit">,
                         create_table<"audit.event", column<"id", bigint, primary_key>>> {};
struct m0002 : migration<2, "gone", drop_schema<"audit">> {};
struct history : postgresql_migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
