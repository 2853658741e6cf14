// The accepted twin of rejected.cpp: what SQLite has in its place is said.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct members : table<"members", column<"id", bigint, primary_key>,
                       column<"name", text, collate<"de-x-icu", "NOCASE">>> {};
struct tables : schema::tables<members> {};

struct m0001 : migration<1, "members",
                         create_table<"members", column<"id", bigint, primary_key>, column<"name", text>>> {};
struct m0002
    : migration<2, "by the letter", alter_column<"members", "name", set_collation<"de-x-icu", "NOCASE">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
