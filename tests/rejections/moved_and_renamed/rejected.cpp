// A table goes to another schema and gets another name at once.
// error: verdict::moved_and_renamed<
// error: {"audit.event"}
// error: {"old.happening"}
// error: at_migration<2>
// error: write_a_rename_table_for_each
// sentence: migration 2: "audit.event": to become "old.happening" it is moved to another schema and renamed
// as well; write a rename_table for each
#include <schema/schemas.hpp>

namespace app {
using namespace schema::dsl;

struct happening : table<"old.happening", column<"id", bigint, primary_key>> {};
struct tables : schema::tables<happening> {};

struct m0001 : migration<1, "events", create_schema<"audit">,
                         create_table<"audit.event", column<"id", bigint, primary_key>>> {};
struct m0002 : migration<2, "moved", create_schema<"old">,
                         assume_safe<"nobody reads it yet", rename_table<"audit.event", "old.happening">>> {};
struct history : postgresql_migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
