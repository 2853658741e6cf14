// A pattern that is no literal.
// error: verdict::like_pattern_computed<schema::verdict::table<
// error: {"events"}
// error: at_byte<5>
// error: at_migration<2>
// error: write_the_pattern_as_a_literal
// sentence: the pattern of LIKE is no literal
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>, column<"slug", text>,
                      check<"events_check", "slug LIKE 'ab%'">> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"slug", text>>> {};
struct m0002
    : migration<2, "second thoughts", add_constraint<"events", check<"events_check", "slug LIKE title">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
