// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "no titles", alter_column<"events", "title", set_default<"">>,
                         drop_column<"events", "title", loses_data>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
