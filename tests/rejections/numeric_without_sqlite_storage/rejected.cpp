// STRICT tables of SQLite have no exact numeric.
// error: verdict::numeric_without_sqlite_storage<schema::verdict::table<
// error: {"invoices"}
// error: {"total"}
// error: at_migration<1>
// error: say_on_sqlite_in_numeric
// sentence: the numeric column "total" says how SQLite keeps it
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct invoices : table<"invoices", column<"id", uuid, primary_key>, column<"total", numeric<10, 2>>> {};
struct tables : schema::tables<invoices> {};

struct m0001
    : migration<1, "invoices",
                create_table<"invoices", column<"id", uuid, primary_key>, column<"total", numeric<10, 2>>>> {
};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
