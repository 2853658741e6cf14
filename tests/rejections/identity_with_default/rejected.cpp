// What numbers itself has no default.
// error: verdict::identity_with_default<schema::verdict::table<
// error: {"login_attempts"}
// error: {"id"}
// error: at_migration<1>
// error: leave_out_the_default
// sentence: the identity column "id" is numbered by the database; leave out its default
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct login_attempts : table<"login_attempts", column<"id", bigint, primary_key, identity, default_to<1>>,
                              column<"email", text>> {};
struct tables : schema::tables<login_attempts> {};

struct m0001
    : migration<1, "login attempts",
                create_table<"login_attempts", column<"id", bigint, primary_key, identity, default_to<1>>,
                             column<"email", text>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
