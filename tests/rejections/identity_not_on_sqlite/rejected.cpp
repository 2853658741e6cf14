// Numbers are to go up by ten, which those of SQLite do not.
// error: verdict::identity_not_on_sqlite<schema::verdict::table<
// error: {"orders"}
// error: {"id"}
// error: {"increment_by"}
// error: at_migration<1>
// error: leave_it_out_of_identity_options
// sentence: migration 1: "orders": "id" says "increment_by", and SQLite numbers rows by one
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct orders
    : table<"orders",
            column<"id", bigint, identity_options<start_with<1000>, increment_by<10>>, primary_key>> {};
struct tables : schema::tables<orders> {};

struct m0001
    : migration<
          1, "orders",
          assume_safe<"few orders",
                      create_table<"orders",
                                   column<"id", bigint, identity_options<start_with<1000>, increment_by<10>>,
                                          primary_key>>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
