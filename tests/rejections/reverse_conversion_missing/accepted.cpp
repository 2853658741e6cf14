// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events
    : table<"events", column<"id", uuid, primary_key>, column<"title", text>, column<"duration", integer>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"duration", integer>>> {};
struct m0002
    : migration<
          2, "second thoughts",
          assume_safe<"the table is small", alter_column<"events", "duration",
                                                         set_type<integer, conversion<"duration * 60">,
                                                                  reverse_conversion<"duration / 60">>>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
