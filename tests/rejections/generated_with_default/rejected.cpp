// a generated column has no default.
// error: verdict::generated_with_default<schema::verdict::table<
// error: {"email_key"}
// error: at_migration<1>
// error: leave_out_the_default
// sentence: leave out its default
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members : table<"members", column<"id", bigint, primary_key>, column<"email", text>,
                       column<"email_key", text, generated<"lower(email)">, default_to<"">>> {};
struct tables : schema::tables<members> {};

struct m0001 : migration<1, "members",
                         create_table<"members", column<"id", bigint, primary_key>, column<"email", text>,
                                      column<"email_key", text, generated<"lower(email)">, default_to<"">>>> {
};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
