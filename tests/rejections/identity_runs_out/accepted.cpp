// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct levels : table<"levels", column<"id", integer, identity, primary_key>> {};
struct tables : schema::tables<levels> {};

struct m0001 : migration<1, "levels",
                         assume_safe<"there are ten levels",
                                     create_table<"levels", column<"id", integer, identity, primary_key>>>> {
};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
