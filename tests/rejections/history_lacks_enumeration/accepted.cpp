// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct level : enumeration<"level", "easy", "hard"> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<lessons, level> {};

struct m0001
    : migration<1, "lessons", create_table<"lessons", column<"id", uuid, primary_key>, column<"title", text>>,
                create_enumeration<"level", "easy", "hard">> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
