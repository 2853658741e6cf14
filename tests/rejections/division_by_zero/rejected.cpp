// PostgreSQL fails; SQLite makes NULL of it, and the CHECK holds.
// error: verdict::division_by_zero<schema::verdict::table<
// error: {"uploads"}
// error: {"milliseconds / (1000 - 1000)"}
// error: at_byte<0>
// error: at_migration<1>
// error: divide_by_another_number
// sentence: "milliseconds / (1000 - 1000)" divides by what is, or may be, zero
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct uploads : table<"uploads", column<"id", uuid, primary_key>, column<"milliseconds", bigint>,
                       check<"uploads_check", "milliseconds / (1000 - 1000) < 600">> {};
struct tables : schema::tables<uploads> {};

struct m0001
    : migration<1, "uploads",
                create_table<"uploads", column<"id", uuid, primary_key>, column<"milliseconds", bigint>,
                             check<"uploads_check", "milliseconds / (1000 - 1000) < 600">>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
