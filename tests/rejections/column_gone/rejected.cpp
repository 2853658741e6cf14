// Programs of version 1 ask for the old name.
// error: verdict::column_gone<
// error: {"events"}
// error: {"title"}
// error: {"name"}
// error: replace_programs_before_this_migration
// error: at_migration<2>
#include <schema/compatible.hpp>

namespace app {
using namespace schema::dsl;

struct m0001 : migration<1, "events", create_enumeration<"kind", "talk">,
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"note", text, nullable>, column<"seats", integer, default_to<0>>,
                                      column<"code", text, unique>, column<"kind", enumeration<"kind">>>> {};
struct m0002 : migration<2, "second thoughts", assume_safe<"few", rename_column<"events", "title", "name">>> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::compatible<app::history, 1, 2>);
