// Numbers are to begin where those of the type have ended.
// error: verdict::identity_begins_beyond_type<schema::verdict::table<
// error: {"orders"}
// error: {"id"}
// error: at_migration<1>
// error: begin_lower_or_use_bigint
// sentence: migration 1: "orders": the first number of "id" is none of its type
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct orders
    : table<"orders", column<"id", integer, identity_options<start_with<2147483648>>, primary_key>> {};
struct tables : schema::tables<orders> {};

struct m0001
    : migration<
          1, "orders",
          assume_safe<"few orders",
                      create_table<"orders", column<"id", integer, identity_options<start_with<2147483648>>,
                                                    primary_key>>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
