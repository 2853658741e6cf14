// An extension that no migration creates.
// error: verdict::no_such_extension<
// error: {"pgcripto"}
// error: did_you_mean<
// error: {"pgcrypto"}
// error: at_migration<2>
// sentence: migration 2: no migration before it creates the extension "pgcripto"; did you mean "pgcrypto"?
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct crypto : extension<"pgcrypto"> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons", create_extension<"pgcrypto">,
                         create_table<"lessons", column<"id", uuid, primary_key>>> {};
struct m0002 : migration<2, "more", assume_safe<"nobody calls it", drop_extension<"pgcripto">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
