// An index by a method that PostgreSQL has no default operator class of for the type of its column.
// error: verdict::index_method_refused<schema::verdict::table<
// error: {"notes"}
// error: {"title"}
// error: because_of<
// error: {"gin"}
// error: at_migration<2>
// error: leave_out_the_method_of_the_index
// sentence: migration 2: "notes": an index by "gin" on PostgreSQL does not take "title"; leave out its method
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct notes : table<"notes", column<"id", uuid, primary_key>, column<"facts", json>, column<"title", text>,
                     index_on<index_method::gin, "title">> {};
struct tables : schema::tables<notes> {};

struct m0001 : migration<1, "notes",
                         create_table<"notes", column<"id", uuid, primary_key>, column<"facts", json>,
                                      column<"title", text>>> {};
struct m0002
    : migration<2, "found by what is in them", create_index<"notes", index_on<index_method::gin, "title">>> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
