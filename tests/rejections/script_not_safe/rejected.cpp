// TRUNCATE waits for all programs, and empties what refers to the table as well.
// error: verdict::script_not_safe<
// error: {"TRUNCATE"}
// error: at_byte<0>
// error: at_migration<2>
// error: use_the_operations_of_the_library_or_assume_safe
// sentence: "TRUNCATE" throws data away
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>> {};
struct tables : schema::tables<events> {};

struct m0001 : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>>> {};
struct m0002 : migration<2, "start again", execute<up<postgresql<"TRUNCATE events CASCADE">>, irreversible>> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
