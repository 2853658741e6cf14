// After two thousand million rows, deleted ones among them, no more can be written.
// error: verdict::identity_runs_out<schema::verdict::table<
// error: {"levels"}
// error: {"id"}
// error: at_migration<1>
// error: use_bigint_or_assume_safe
// sentence: the numbers of "id" run out
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct levels : table<"levels", column<"id", integer, identity, primary_key>> {};
struct tables : schema::tables<levels> {};

struct m0001 : migration<1, "levels", create_table<"levels", column<"id", integer, identity, primary_key>>> {
};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
