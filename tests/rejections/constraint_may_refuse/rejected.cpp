// Programs of version 1 write what they like.
// error: verdict::constraint_may_refuse<
// error: {"events"}
// error: {"events_title_check"}
// error: replace_programs_before_this_migration
// error: at_migration<2>
#include <schema/compatible.hpp>

namespace app {
using namespace schema::dsl;

struct m0001 : migration<1, "events", create_enumeration<"kind", "talk">,
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"note", text, nullable>, column<"seats", integer, default_to<0>>,
                                      column<"code", text, unique>, column<"kind", enumeration<"kind">>>> {};
struct m0002 : migration<2, "second thoughts", add_constraint<"events", check<"length(title) > 3">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::compatible<app::history, 1, 2>);
