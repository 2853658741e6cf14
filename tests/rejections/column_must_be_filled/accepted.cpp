// The accepted twin of rejected.cpp.
#include <schema/compatible.hpp>

namespace app {
using namespace schema::dsl;

struct m0001 : migration<1, "events", create_enumeration<"kind", "talk">,
                         create_table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                                      column<"note", text, nullable>, column<"seats", integer, default_to<0>>,
                                      column<"code", text, unique>, column<"kind", enumeration<"kind">>>> {};
struct m0002 : migration<2, "second thoughts", alter_column<"events", "seats", set_default<1>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::compatible<app::history, 1, 2>);
