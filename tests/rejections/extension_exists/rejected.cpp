// An extension that stands already.
// error: verdict::extension_exists<
// error: {"pgcrypto"}
// error: at_migration<2>
// error: leave_it_out
// sentence: migration 2: the extension "pgcrypto" stands already
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct crypto : extension<"pgcrypto"> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>> {};
struct tables : schema::tables<lessons, crypto> {};

struct m0001 : migration<1, "lessons", create_extension<"pgcrypto">,
                         create_table<"lessons", column<"id", uuid, primary_key>>> {};
struct m0002 : migration<2, "more", create_extension<"pgcrypto">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
