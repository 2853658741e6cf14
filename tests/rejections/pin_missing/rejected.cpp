// The first step is released, and nobody pinned it.
// error: verdict::pin_missing<
// error: {"events"}
// error: is_now<
// error: {"0x0662b47d3315bb2d"}
// error: at_migration<1>
// error: paste_what_migrate_pins_prints
// sentence: "events" is released and not pinned
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"name", text>>> {
};
struct m0002 : migration<2, "titles", rename_column<"events", "name", "title">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::pinned_until<app::history, 1>);
