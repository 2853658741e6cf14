// Text does not become a number by itself.
// error: verdict::conversion_missing<schema::verdict::table<
// error: {"events"}
// error: {"seats"}
// error: at_migration<2>
// error: add_conversion_to_set_type
// sentence: the values of "seats" don't become the new type by themselves
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events
    : table<"events", column<"id", uuid, primary_key>, column<"title", text>, column<"seats", integer>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"seats", text>>> {};
struct m0002
    : migration<
          2, "second thoughts",
          alter_column<"events", "seats", set_type<integer, reverse_conversion<"CAST(seats AS text)">>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
