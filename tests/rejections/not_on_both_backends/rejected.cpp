// A function that SQLite spells with other arguments, which a statement as it is written can't have.
// error: verdict::not_on_both_backends<schema::verdict::name<
// error: {"greatest"}
// error: at_byte<26>
// error: at_migration<2>
// error: write_what_both_backends_have_or_use_execute
// sentence: "greatest" is not SQL of both backends
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "second thoughts", data<"UPDATE events SET title = greatest(title, 'Opening')">> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
