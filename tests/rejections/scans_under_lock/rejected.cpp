// The CHECK of the new column is held against all rows while nobody can write.
// error: verdict::scans_under_lock<schema::verdict::table<
// error: {"events"}
// error: {"seats"}
// error: at_migration<2>
// error: add_it_alone_and_what_reads_rows_in_later_migrations_or_assume_safe
// sentence: for "seats" PostgreSQL reads all rows
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>,
                      column<"seats", integer, default_to<0>, check<"seats >= 0">>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>>> {};
struct m0002 : migration<2, "seats",
                         add_column<"events", column<"seats", integer, default_to<0>, check<"seats >= 0">>>> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
