// A column whose name is a reserved word, in an expression.
// error: verdict::reserved_word_unquoted<schema::verdict::table<
// error: {"materials"}
// error: {"order"}
// error: at_byte<0>
// error: at_migration<1>
// error: put_it_in_double_quotes
// sentence: "order" is a reserved word; as a name it stands in double quotes
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct materials : table<"materials", column<"id", uuid, primary_key>, column<"order", integer>,
                         check<"materials_order", "\"order\" >= 0">> {};
struct tables : schema::tables<materials> {};

struct m0001 : migration<1, "materials",
                         create_table<"materials", column<"id", uuid, primary_key>, column<"order", integer>,
                                      check<"materials_order", "order >= 0">>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
