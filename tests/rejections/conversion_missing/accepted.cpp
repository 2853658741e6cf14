// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events
    : table<"events", column<"id", uuid, primary_key>, column<"title", text>, column<"seats", integer>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"seats", text>>> {};
struct m0002
    : migration<
          2, "second thoughts",
          assume_safe<"few events", alter_column<"events", "seats",
                                                 set_type<integer, conversion<"CAST(seats AS integer)">,
                                                          reverse_conversion<"CAST(seats AS text)">>>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
