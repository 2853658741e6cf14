// The type of a column of a released step was edited.
// error: verdict::pin_differs<
// error: {"events"}
// error: pinned_as<
// error: {"0x0662b47d3315bb2d"}
// error: is_now<
// error: {"0xb4914a234295bb2d"}
// error: at_migration<1>
// error: undo_the_edit_and_write_a_new_migration
// sentence: "events" was pinned as "0x0662b47d3315bb2d"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", pinned<0x0662b47d3315bb2d>,
                create_table<"events", column<"id", uuid, primary_key>, column<"name", varchar<40>>>> {};
struct m0002
    : migration<2, "titles", assume_safe<"no program reads it", rename_column<"events", "name", "title">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
