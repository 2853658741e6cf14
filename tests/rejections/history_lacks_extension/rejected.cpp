// A declared extension that no migration creates.
// error: verdict::history_lacks_extension<
// error: {"pgcrypto"}
// error: add_it_to_the_history_in_a_new_migration
// sentence: the extension "pgcrypto" is declared, and the history does not create it
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct crypto : extension<"pgcrypto"> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>> {};
struct tables : schema::tables<lessons, crypto> {};

struct m0001 : migration<1, "lessons", create_table<"lessons", column<"id", uuid, primary_key>>> {};
struct m0002 : migration<2, "more", add_column<"lessons", column<"title", text, nullable>>,
                         drop_column<"lessons", "title", loses_data>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
