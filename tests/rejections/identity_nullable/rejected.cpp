// PostgreSQL numbers every row of an identity column.
// error: verdict::identity_nullable<schema::verdict::table<
// error: {"attempts"}
// error: {"number"}
// error: at_migration<2>
// error: leave_out_nullable
// sentence: migration 2: "attempts": the identity column "number" has a number in every row
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct attempts : table<"attempts", column<"email", text>, column<"number", bigint, identity>> {};
struct tables : schema::tables<attempts> {};

struct m0001
    : migration<1, "attempts",
                create_table<"attempts", column<"email", text>, column<"number", bigint, identity>>> {};
struct m0002 : migration<2, "second thoughts", alter_column<"attempts", "number", drop_not_null>> {};
struct history : postgresql_migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
