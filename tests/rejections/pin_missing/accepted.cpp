// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events", pinned<0x0662b47d3315bb2d>,
                         create_table<"events", column<"id", uuid, primary_key>, column<"name", text>>> {};
struct m0002 : migration<2, "titles", rename_column<"events", "name", "title">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::pinned_until<app::history, 1>);
