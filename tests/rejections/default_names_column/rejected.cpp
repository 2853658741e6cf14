// A default that would need the row.
// error: verdict::default_names_column<schema::verdict::table<
// error: {"events"}
// error: {"title"}
// error: at_byte<6>
// error: because_of<
// error: {"slug"}
// error: at_migration<2>
// error: a_default_names_no_column
// sentence: a default can't name a column, and this one names "title"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                      column<"slug", text, default_expr<"lower(title)">>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "second thoughts",
                         add_column<"events", column<"slug", text, default_expr<"lower(title)">>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
