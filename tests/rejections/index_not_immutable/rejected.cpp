// On which day an instant falls depends on the time zone of the session.
// error: verdict::index_not_immutable<schema::verdict::table<
// error: {"events"}
// error: {"at AS date"}
// error: at_byte<5>
// error: at_migration<2>
// error: compute_it_when_rows_are_written
// sentence: "at AS date" depends on settings of the session
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"at", timestamptz>,
                      column<"day", date>, index_on<expr("CAST(day AS timestamp)")>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"at", timestamptz>,
                                      column<"day", date>>> {};
struct m0002 : migration<2, "by day", create_index<"events", index_on<expr("CAST(at AS date)")>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
