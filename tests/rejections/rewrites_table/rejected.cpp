// bigint takes other bytes than integer: PostgreSQL writes every row anew.
// error: verdict::rewrites_table<schema::verdict::table<
// error: {"events"}
// error: {"seats"}
// error: {"integer to bigint"}
// error: at_migration<2>
// error: add_a_new_column_and_fill_it_in_pieces_or_assume_safe
// sentence: for "seats" PostgreSQL writes all rows anew
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events
    : table<"events", column<"id", uuid, primary_key>, column<"seats", bigint>, column<"code", varchar<20>>> {
};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"seats", integer>,
                                      column<"code", varchar<20>>>> {};
struct m0002 : migration<2, "more seats", alter_column<"events", "seats", set_type<bigint>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
