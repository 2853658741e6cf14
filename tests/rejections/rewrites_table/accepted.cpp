// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"seats", integer>,
                      column<"code", varchar<40>>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"seats", integer>,
                                      column<"code", varchar<20>>>> {};
struct m0002 : migration<2, "longer codes", alter_column<"events", "code", set_type<varchar<40>>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
