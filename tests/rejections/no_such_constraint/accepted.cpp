// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"slug", text, unique>>> {};
struct m0002 : migration<2, "second thoughts", drop_constraint<"events", "events_slug_key">,
                         drop_column<"events", "slug", loses_data, irreversible>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
