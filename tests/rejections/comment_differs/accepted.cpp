// The accepted twin of rejected.cpp: the comments are those that were set last.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", comment<"what is taught">, column<"id", bigint, primary_key>,
                       column<"length", integer, comment<"in seconds">>> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", comment<"what is taught">, column<"id", bigint, primary_key>,
                                      column<"length", integer, comment<"in minutes">>>> {};
struct m0002 : migration<2, "shorter ones", set_comment<"lessons", "length", "in seconds">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
