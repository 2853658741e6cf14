// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct orders : table<"orders", column<"id", uuid, primary_key>, column<quoted<"Order Date">, date>> {};
struct tables : schema::tables<orders> {};

struct m0001
    : migration<1, "orders",
                create_table<"orders", column<"id", uuid, primary_key>, column<quoted<"Order Date">, date>>> {
};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
