// A pattern that is put together: SQLite's LIKE folds case, and only a literal becomes GLOB.
// error: verdict::not_on_both_backends<schema::verdict::name<
// error: {"LIKE"}
// error: at_byte<48>
// error: at_migration<2>
// error: write_what_both_backends_have_or_use_execute
// sentence: "LIKE" is not SQL of both backends
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "second thoughts",
                         data<"UPDATE events SET title = 'Opening' WHERE title LIKE 'Op%' || title">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
