// A column of the primary key is nullable.
// error: verdict::primary_key_nullable<schema::verdict::table<
// error: {"enrollments"}
// error: {"learner_id"}
// error: at_migration<1>
// error: leave_out_nullable
// sentence: "learner_id" is in the primary key and can't be nullable
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct enrollments : table<"enrollments", column<"learner_id", uuid, nullable>, column<"event_id", uuid>,
                           primary_key_on<"learner_id", "event_id">> {};
struct tables : schema::tables<enrollments> {};

struct m0001 : migration<1, "enrollments",
                         create_table<"enrollments", column<"learner_id", uuid, nullable>,
                                      column<"event_id", uuid>, primary_key_on<"learner_id", "event_id">>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
