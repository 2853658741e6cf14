// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members : table<"members", column<"id", bigint, primary_key>, column<"email", text, collate<"C">>> {};
struct tables : schema::tables<members> {};

struct m0001 : migration<1, "members",
                         create_table<"members", column<"id", bigint, primary_key>, column<"email", text>>> {
};
struct m0002 : migration<2, "by the letter",
                         assume_safe<"few members", alter_column<"members", "email", set_collation<"C">>>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
