// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct attempts : table<"attempts", column<"email", text>, column<"number", bigint, identity>> {};
struct tables : schema::tables<attempts> {};

struct m0001
    : migration<1, "attempts",
                create_table<"attempts", column<"email", text>, column<"number", bigint, identity>>> {};
struct history : postgresql_migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
