// neither database alters what a column is generated from.
// error: verdict::generated_altered<schema::verdict::table<
// error: {"email_size"}
// error: at_migration<2>
// error: drop_it_and_add_it_anew
// sentence: drop it and add it anew
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members : table<"members", column<"id", bigint, primary_key>, column<"email", text>,
                       column<"email_size", bigint, generated<"length(email)">>> {};
struct tables : schema::tables<members> {};

struct m0001 : migration<1, "members",
                         create_table<"members", column<"id", bigint, primary_key>, column<"email", text>,
                                      column<"email_size", integer, generated<"length(email)">>>> {};
struct m0002 : migration<2, "longer addresses", alter_column<"members", "email_size", set_type<bigint>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
