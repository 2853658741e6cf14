// SQLite numbers nothing but the primary key.
// error: verdict::identity_without_primary_key<schema::verdict::table<
// error: {"login_attempts"}
// error: {"id"}
// error: at_migration<1>
// error: make_its_column_the_primary_key_of_the_table
// sentence: the identity column "id" is an integer that is the table's primary key, alone
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct login_attempts : table<"login_attempts", column<"id", bigint, identity>, column<"email", text>> {};
struct tables : schema::tables<login_attempts> {};

struct m0001
    : migration<1, "login attempts",
                create_table<"login_attempts", column<"id", bigint, identity>, column<"email", text>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
