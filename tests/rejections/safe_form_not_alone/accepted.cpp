// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct events : table<"events", column<"id", uuid, primary_key>, column<"title", text>,
                      column<"seats", integer, nullable>, index_on<"title">> {};
struct tables : schema::tables<events> {};

struct m0001
    : migration<1, "events", create_table<"events", column<"id", uuid, primary_key>, column<"title", text>>> {
};
struct m0002 : migration<2, "seats", add_column<"events", column<"seats", integer, nullable>>> {};
struct m0003 : migration<3, "titles are found", create_index<"events", index_on<"title">>> {};
struct history : migrations<m0001, m0002, m0003> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
