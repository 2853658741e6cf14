// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct materials : table<"materials", column<"id", uuid, primary_key>, column<"order", integer>,
                         check<"materials_order", "\"order\" >= 0">> {};
struct tables : schema::tables<materials> {};

struct m0001 : migration<1, "materials",
                         create_table<"materials", column<"id", uuid, primary_key>, column<"order", integer>,
                                      check<"materials_order", "\"order\" >= 0">>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
