// SQL that names a schema that does not stand.
// error: verdict::no_such_schema<
// error: {"audits"}
// error: at_byte<12>
// error: did_you_mean<
// error: {"audit"}
// error: at_migration<2>
// sentence: migration 2: "audits.event": no migration before it creates the schema "audits"; add
// create_schema, or leave the schema out of the name (byte 12 of: INSERT INTO audits.event (id) VALUES (1));
// did you mean "audit"?
#include <schema/schemas.hpp>

namespace app {
using namespace schema::dsl;

struct event : table<"audit.event", column<"id", bigint, primary_key>> {};
struct tables : schema::tables<event> {};

struct m0001 : migration<1, "events", create_schema<"audit">,
                         create_table<"audit.event", column<"id", bigint, primary_key>>> {};
struct m0002 : migration<2, "rows", data<"INSERT INTO audits.event (id) VALUES (1)">> {};
struct history : postgresql_migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
