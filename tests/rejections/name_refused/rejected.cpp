// A name that only quotes can carry.
// error: verdict::name_refused<schema::verdict::table<
// error: {"orders"}
// error: {"Order Date"}
// error: at_migration<1>
// error: use_lower_case_letters_digits_underscores_or_quoted
// sentence: the name "Order Date" is refused: a name is [a-z_][a-z0-9_]* of at most 63 bytes
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct orders : table<"orders", column<"id", uuid, primary_key>, column<"Order Date", date>> {};
struct tables : schema::tables<orders> {};

struct m0001
    : migration<1, "orders",
                create_table<"orders", column<"id", uuid, primary_key>, column<"Order Date", date>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
