// The conversion gives a text for a number.
// error: verdict::conversion_type_differs<schema::verdict::table<
// error: {"events"}
// error: {"seats"}
// error: at_byte<0>
// error: {"text"}
// error: at_migration<2>
// error: cast_it_to_the_new_type
// sentence: the conversion of "seats" gives "text"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"seats", integer>> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"seats", text>>> {
};
struct m0002 : migration<2, "second thoughts",
                         alter_column<"events", "seats",
                                      set_type<integer, conversion<"trim(seats)">,
                                               reverse_conversion<"CAST(seats AS text)">>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
