// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct enrollments : table<"enrollments", column<"learner_id", uuid>, column<"event_id", uuid>,
                           primary_key_on<"learner_id", "event_id">> {};
struct tables : schema::tables<enrollments> {};

struct m0001 : migration<1, "enrollments",
                         create_table<"enrollments", column<"learner_id", uuid>, column<"event_id", uuid>,
                                      primary_key_on<"learner_id", "event_id">>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
