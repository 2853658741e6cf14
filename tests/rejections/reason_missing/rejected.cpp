// An acknowledgement without a reason says nothing.
// error: verdict::reason_missing<schema::verdict::table<
// error: {"events"}
// error: at_migration<2>
// error: say_why_it_does_no_harm
// sentence: assume_safe has an empty reason
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"name", text>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "names", assume_safe<" ", rename_column<"events", "title", "name">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
