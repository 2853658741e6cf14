// Numbered by the database here and not there.
// error: verdict::identity_differs<schema::verdict::table<
// error: {"login_attempts"}
// error: {"id"}
// error: alter_it_in_a_new_migration_or_correct_the_tables
// sentence: "login_attempts": the column "id" is identity in the tables or at the end of the history
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct login_attempts : table<"login_attempts", column<"id", bigint, primary_key>> {};
struct tables : schema::tables<login_attempts> {};

struct m0001 : migration<1, "login attempts",
                         create_table<"login_attempts", column<"id", bigint, primary_key, identity>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
