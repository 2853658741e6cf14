// A label that no migration adds.
// error: verdict::labels_differ<schema::verdict::table<
// error: {"level"}
// error: {"expert"}
// error: alter_it_in_a_new_migration_or_correct_the_tables
// sentence: "level": the enumeration's labels differ from those that the history ends with at "expert"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct level : enumeration<"level", "easy", "hard", "expert"> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"level", enumeration<"level">>> {};
struct tables : schema::tables<lessons, level> {};

struct m0001
    : migration<
          1, "lessons", create_enumeration<"level", "easy", "hard">,
          create_table<"lessons", column<"id", uuid, primary_key>, column<"level", enumeration<"level">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
