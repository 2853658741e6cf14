// The name of a derived key, misspelt.
// error: verdict::no_such_constraint<schema::verdict::table<
// error: {"events"}
// error: {"events_slug_unique"}
// error: did_you_mean<
// error: {"events_slug_key"}
// error: at_migration<2>
// sentence: migration 2: "events": there is no constraint "events_slug_unique"; did you mean
// "events_slug_key"?
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"slug", text, unique>>> {};
struct m0002 : migration<2, "second thoughts", drop_constraint<"events", "events_slug_unique">,
                         drop_column<"events", "slug", loses_data, irreversible>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
