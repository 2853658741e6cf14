// the tables say another expression.
// error: verdict::generation_differs<schema::verdict::table<
// error: {"email_key"}
// error: drop_it_and_add_it_in_a_new_migration_or_correct_the_tables
// sentence: not generated from the same
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members : table<"members", column<"id", bigint, primary_key>, column<"email", text>,
                       column<"email_key", text, generated<"upper(email)">>> {};
struct tables : schema::tables<members> {};

struct m0001 : migration<1, "members",
                         create_table<"members", column<"id", bigint, primary_key>, column<"email", text>,
                                      column<"email_key", text, generated<"lower(email)">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
