// Cents that an integer would lose.
// error: verdict::numeric_scale_on_integer<schema::verdict::table<
// error: {"invoices"}
// error: {"total"}
// error: at_migration<1>
// error: keep_it_as_text_with_on_sqlite
// sentence: the numeric column "total" has digits after the point
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct invoices : table<"invoices", column<"id", uuid, primary_key>,
                        column<"total", numeric<10, 2, on_sqlite<integer>>>> {};
struct tables : schema::tables<invoices> {};

struct m0001 : migration<1, "invoices",
                         create_table<"invoices", column<"id", uuid, primary_key>,
                                      column<"total", numeric<10, 2, on_sqlite<integer>>>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
