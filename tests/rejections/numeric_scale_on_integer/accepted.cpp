// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct invoices
    : table<"invoices", column<"id", uuid, primary_key>, column<"total", numeric<10, 2, on_sqlite<text>>>> {};
struct tables : schema::tables<invoices> {};

struct m0001 : migration<1, "invoices",
                         create_table<"invoices", column<"id", uuid, primary_key>,
                                      column<"total", numeric<10, 2, on_sqlite<text>>>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
