// The way back of a conversion can't be guessed.
// error: verdict::reverse_conversion_missing<schema::verdict::table<
// error: {"events"}
// error: {"duration"}
// error: at_migration<2>
// error: add_reverse_conversion_or_irreversible_to_set_type
// sentence: the way back of the change of "duration" can't be derived
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events
    : table<"events", column<"id", uuid, primary_key>, column<"title", text>, column<"duration", integer>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"duration", integer>>> {};
struct m0002
    : migration<
          2, "second thoughts",
          assume_safe<"the table is small",
                      alter_column<"events", "duration", set_type<integer, conversion<"duration * 60">>>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
