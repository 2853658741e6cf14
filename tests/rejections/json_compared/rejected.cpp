// json is no text that one could compare.
// error: verdict::json_compared<schema::verdict::table<
// error: {"events"}
// error: at_byte<8>
// error: at_migration<2>
// error: compare_a_text_taken_out_of_it
// sentence: json is compared at "="
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                      column<"colours", json>, check<"events_check", "(colours ->> 'main') = 'red'">> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"colours", json>>> {};
struct m0002
    : migration<2, "second thoughts", add_constraint<"events", check<"events_check", "colours = '{}'">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
