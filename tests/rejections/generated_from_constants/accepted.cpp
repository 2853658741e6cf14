// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members : table<"members", column<"id", bigint, primary_key>, column<"role", text, nullable>,
                       column<"shown_role", text, generated<"coalesce(role, 'guest')">>> {};
struct tables : schema::tables<members> {};

struct m0001
    : migration<1, "members",
                create_table<"members", column<"id", bigint, primary_key>, column<"role", text, nullable>,
                             column<"shown_role", text, generated<"coalesce(role, 'guest')">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
