// The accepted twin of rejected.cpp: json is what GIN has an operator class for.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct notes : table<"notes", column<"id", uuid, primary_key>, column<"facts", json>, column<"title", text>,
                     index_on<index_method::gin, "facts">> {};
struct tables : schema::tables<notes> {};

struct m0001 : migration<1, "notes",
                         create_table<"notes", column<"id", uuid, primary_key>, column<"facts", json>,
                                      column<"title", text>>> {};
struct m0002
    : migration<2, "found by what is in them", create_index<"notes", index_on<index_method::gin, "facts">>> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
