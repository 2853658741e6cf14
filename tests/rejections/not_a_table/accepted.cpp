// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", bigint, primary_key>, column<"title", text>> {};
struct titles : view<"titles", "SELECT id, title FROM lessons"> {};
struct tables : schema::tables<lessons, titles> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", bigint, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "titles", create_view<"titles", "SELECT id, title FROM lessons">,
                         data<"UPDATE lessons SET title = ''">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
