// VACUUM is refused in the transaction that a migration is.
// error: verdict::script_not_in_transaction<
// error: {"VACUUM FULL"}
// error: at_byte<0>
// error: at_migration<2>
// error: leave_transactions_to_the_migrator_or_assume_safe
// sentence: "VACUUM FULL" can't stand in the transaction
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>>> {};
struct m0002 : migration<2, "room", execute<up<postgresql<"VACUUM FULL events">>, down<>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
