// PostgreSQL casts no bigint from a boolean.
// error: verdict::no_such_cast<schema::verdict::table<
// error: {"bigint"}
// error: {"boolean"}
// error: at_migration<2>
// error: cast_by_way_of_a_type_between_or_write_case
// sentence: no cast leads from "boolean" to "bigint"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events
    : table<"events", column<"id", uuid, primary_key>, column<"title", text>, column<"seats", integer>,
            column<"open", boolean>, check<"events_check", "CAST(open AS integer) < seats">> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"seats", integer>, column<"open", boolean>>> {};
struct m0002 : migration<2, "second thoughts",
                         add_constraint<"events", check<"events_check", "CAST(open AS bigint) < seats">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
