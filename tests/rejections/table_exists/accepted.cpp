// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"title", text>> {};
struct lesson_notes : table<"lesson_notes", column<"id", uuid, primary_key>> {};
struct tables : schema::tables<lessons, lesson_notes> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", uuid, primary_key>, column<"title", text>>> {};
struct m0002 : migration<2, "notes", create_table<"lesson_notes", column<"id", uuid, primary_key>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
