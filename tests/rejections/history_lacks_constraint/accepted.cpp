// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons
    : table<"lessons", column<"id", uuid, primary_key>, column<"title", text>, unique_on<"title">> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", uuid, primary_key>, column<"title", text>,
                                      unique_on<"title">>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
