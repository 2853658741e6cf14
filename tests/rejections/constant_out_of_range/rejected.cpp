// PostgreSQL multiplies integers as integers: this one fails with the first row.
// error: verdict::constant_out_of_range<schema::verdict::table<
// error: {"uploads"}
// error: {"1000 * 60 * 60 * 24 * 30"}
// error: {"integer"}
// error: at_byte<16>
// error: at_migration<1>
// error: use_a_type_that_holds_it
// sentence: "1000 * 60 * 60 * 24 * 30" is, or may be, beyond what "integer" holds on PostgreSQL
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct uploads : table<"uploads", column<"id", uuid, primary_key>, column<"milliseconds", bigint>,
                       check<"uploads_check", "milliseconds <= 1000 * 60 * 60 * 24 * 30">> {};
struct tables : schema::tables<uploads> {};

struct m0001
    : migration<1, "uploads",
                create_table<"uploads", column<"id", uuid, primary_key>, column<"milliseconds", bigint>,
                             check<"uploads_check", "milliseconds <= 1000 * 60 * 60 * 24 * 30">>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
