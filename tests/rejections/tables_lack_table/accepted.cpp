// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct quizzes : table<"quizzes", column<"id", uuid, primary_key>> {};
struct lessons : table<"lessons", column<"id", uuid, primary_key>, column<"title", text>> {};
struct tables : schema::tables<lessons, quizzes> {};

struct m0001
    : migration<1, "lessons", create_table<"lessons", column<"id", uuid, primary_key>, column<"title", text>>,
                create_table<"quizzes", column<"id", uuid, primary_key>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
