// A column is added that stands already.
// error: verdict::column_exists<schema::verdict::table<
// error: {"events"}
// error: {"title"}
// error: at_migration<2>
// error: give_it_another_name
// sentence: migration 2: "events": the column "title" exists already
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                      column<"summary", text, nullable>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "second thoughts", add_column<"events", column<"title", text, nullable>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
