// On SQLite the column would never come, whatever is declared.
// error: verdict::script_missing<
// error: {"up"}
// error: {"sqlite"}
// error: at_migration<2>
// error: write_a_script_for_that_backend_or_irreversible
// sentence: the execute has no script "up" for "sqlite"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"seats", integer, nullable>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>>> {};
struct m0002 : migration<2, "seats",
                         execute<up<postgresql<"ALTER TABLE events ADD COLUMN seats integer">>, irreversible,
                                 effects<add_column<"events", column<"seats", integer, nullable>>>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
