// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>,
                      column<"seats", integer, default_to<0>, check<"seats >= 0">>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>>> {};
struct m0002 : migration<2, "seats", add_column<"events", column<"seats", integer, default_to<0>>>> {};
struct m0003 : migration<3, "seats are counted", add_constraint<"events", check<"seats >= 0">>> {};
struct history : migrations<m0001, m0002, m0003> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
