// An extension that a migration creates and nobody declares.
// error: verdict::tables_lack_extension<
// error: {"pgcrypto"}
// error: add_it_to_the_tables_or_drop_it_in_a_new_migration
// sentence: the history creates the extension "pgcrypto", and it is not declared
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct crypto : extension<"pgcrypto"> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons", create_table<"lessons", column<"id", uuid, primary_key>>> {};
struct m0002 : migration<2, "more", create_extension<"pgcrypto">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
