// The accepted twin of rejected.cpp: the tables say it as long as nothing is proven.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", bigint, primary_key>, column<"minutes", integer>,
                       not_valid<check<"lessons_last", "minutes >= 0">>> {};
struct tables : schema::tables<lessons> {};

struct m0001
    : migration<1, "lessons",
                create_table<"lessons", column<"id", bigint, primary_key>, column<"minutes", integer>>> {};
struct m0002
    : migration<2, "they last", add_constraint<"lessons", not_valid<check<"lessons_last", "minutes >= 0">>>> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
