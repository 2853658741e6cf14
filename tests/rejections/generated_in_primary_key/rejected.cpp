// SQLite keeps no primary key that is generated.
// error: verdict::generated_in_primary_key<schema::verdict::table<
// error: {"email_key"}
// error: at_migration<1>
// error: make_it_unique_instead
// sentence: make it unique instead
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members : table<"members", column<"email", text>,
                       column<"email_key", text, primary_key, generated<"lower(email)">>> {};
struct tables : schema::tables<members> {};

struct m0001 : migration<1, "members",
                         create_table<"members", column<"email", text>,
                                      column<"email_key", text, primary_key, generated<"lower(email)">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
