// PostgreSQL works generated columns out in no order.
// error: verdict::generated_from_generated<schema::verdict::table<
// error: {"email_key"}
// error: {"size"}
// error: at_migration<1>
// error: write_its_expression_out
// sentence: can't be generated from it
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members : table<"members", column<"id", bigint, primary_key>, column<"email", text>,
                       column<"email_key", text, generated<"lower(email)">>,
                       column<"size", integer, generated<"length(email_key)">>> {};
struct tables : schema::tables<members> {};

struct m0001 : migration<1, "members",
                         create_table<"members", column<"id", bigint, primary_key>, column<"email", text>,
                                      column<"email_key", text, generated<"lower(email)">>,
                                      column<"size", integer, generated<"length(email_key)">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
