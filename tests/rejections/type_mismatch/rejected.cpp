// A text is compared with a number.
// error: verdict::type_mismatch<schema::verdict::table<
// error: {"events"}
// error: name<
// error: {"title > seats"}
// error: at_byte<0>
// error: {"text and integer"}
// error: at_migration<2>
// error: cast_one_side_to_the_type_of_the_other
// sentence: "title > seats" puts together "text and integer"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events
    : table<"events", column<"id", uuid, primary_key>, column<"title", text>, column<"seats", integer>,
            column<"open", boolean>, check<"events_check", "length(title) > seats">> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events",
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"seats", integer>, column<"open", boolean>>> {};
struct m0002
    : migration<2, "second thoughts", add_constraint<"events", check<"events_check", "title > seats">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
