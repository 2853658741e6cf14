// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"seats", integer, nullable>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>>> {};
struct m0002
    : migration<2, "seats",
                execute<up<postgresql<"ALTER TABLE events ADD COLUMN seats integer">,
                           sqlite<"ALTER TABLE events ADD COLUMN seats INTEGER">>,
                        irreversible, effects<add_column<"events", column<"seats", integer, nullable>>>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
