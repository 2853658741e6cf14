// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct level : enumeration<"level", "easy", "hard", "expert"> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"level", enumeration<"level">>> {};
struct tables : schema::tables<lessons, level> {};

struct m0001
    : migration<
          1, "lessons", create_enumeration<"level", "easy", "hard", "expert">,
          create_table<"lessons", column<"id", uuid, primary_key>, column<"level", enumeration<"level">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
