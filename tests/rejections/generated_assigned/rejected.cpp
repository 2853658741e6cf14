// a generated column is assigned by nobody.
// error: verdict::generated_assigned<schema::verdict::table<
// error: {"email_key"}
// error: at_byte<
// error: at_migration<2>
// error: assign_what_it_is_generated_from
// sentence: assign what it is generated from
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members : table<"members", column<"id", bigint, primary_key>, column<"email", text>,
                       column<"email_key", text, generated<"lower(email)">>> {};
struct tables : schema::tables<members> {};

struct m0001 : migration<1, "members",
                         create_table<"members", column<"id", bigint, primary_key>, column<"email", text>,
                                      column<"email_key", text, generated<"lower(email)">>>> {};
struct m0002 : migration<2, "rows", data<"UPDATE members SET email_key = lower(email)">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
