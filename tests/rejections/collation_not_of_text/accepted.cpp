// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members : table<"members", column<"id", bigint, primary_key>, column<"email", varchar<80>>,
                       column<"age", integer>> {};
struct tables : schema::tables<members> {};

struct m0001 : migration<1, "members",
                         create_table<"members", column<"id", bigint, primary_key>,
                                      column<"email", varchar<80>, collate<"C">>, column<"age", integer>>> {};
struct m0002 : migration<2, "by the letter", alter_column<"members", "email", drop_collation>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
