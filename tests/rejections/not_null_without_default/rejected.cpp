// Rows that stand already would have no value.
// error: verdict::not_null_without_default<schema::verdict::table<
// error: {"events"}
// error: {"seats"}
// error: at_migration<2>
// error: add_default_to_or_default_expr_or_nullable
// sentence: the column "seats" is NOT NULL without a default, and the table may hold rows
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events
    : table<"events", column<"id", uuid, primary_key>, column<"title", text>, column<"seats", integer>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "second thoughts", add_column<"events", column<"seats", integer>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
