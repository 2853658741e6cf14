// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                      column<"colours", json>, check<"events_check", "(colours ->> 'main') = 'red'">> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"colours", json>>> {};
struct m0002 : migration<2, "second thoughts",
                         add_constraint<"events", check<"events_check", "(colours ->> 'main') = 'red'">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
