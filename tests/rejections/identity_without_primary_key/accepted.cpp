// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct login_attempts
    : table<"login_attempts", column<"id", bigint, identity, primary_key>, column<"email", text>> {};
struct tables : schema::tables<login_attempts> {};

struct m0001 : migration<1, "login attempts",
                         create_table<"login_attempts", column<"id", bigint, identity, primary_key>,
                                      column<"email", text>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
