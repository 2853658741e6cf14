// 'a.b' is a member of that name on PostgreSQL, and a path to a member b of a on SQLite.
// error: verdict::json_key_not_plain<schema::verdict::table<
// error: {"events"}
// error: at_byte<9>
// error: at_migration<2>
// error: write_the_key_as_a_literal_name_or_an_index
// sentence: the key behind "->>" is no plain name
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                      column<"colours", json>, check<"events_check", "(colours ->> 'main') = 'red'">> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"colours", json>>> {};
struct m0002 : migration<2, "second thoughts",
                         add_constraint<"events", check<"events_check", "(colours ->> 'a.b') = 'red'">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
