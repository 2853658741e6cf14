// PostgreSQL works constants out before it has a collation for them.
// error: verdict::generated_from_constants<schema::verdict::table<
// error: {"members"}
// error: {"lower"}
// error: at_byte<15>
// error: at_migration<1>
// error: write_what_it_gives
// sentence: is of constants alone, and PostgreSQL has no collation for them
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members : table<"members", column<"id", bigint, primary_key>, column<"role", text, nullable>,
                       column<"shown_role", text, generated<"coalesce(role, lower('Guest'))">>> {};
struct tables : schema::tables<members> {};

struct m0001
    : migration<1, "members",
                create_table<"members", column<"id", bigint, primary_key>, column<"role", text, nullable>,
                             column<"shown_role", text, generated<"coalesce(role, lower('Guest'))">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
