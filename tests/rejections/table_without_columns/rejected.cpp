// The last column can't go.
// error: verdict::table_without_columns<schema::verdict::table<
// error: {"notes"}
// error: at_migration<2>
// error: give_it_a_column
// sentence: migration 2: "notes": a table has at least one column
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct notes : table<"notes", column<"body", text>> {};
struct tables : schema::tables<notes> {};

struct m0001 : migration<1, "notes", create_table<"notes", column<"id", bigint>>> {};
struct m0002
    : migration<2, "no numbers", drop_column<"notes", "id", loses_data, irreversible>,
                add_column<"notes", column<"body", text, default_to<"">>>,
                assume_safe<"no program writes notes", alter_column<"notes", "body", drop_default>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
