// The accepted twin of rejected.cpp: the last number of the type is one of it.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct orders
    : table<"orders", column<"id", integer, identity_options<start_with<2147483647>>, primary_key>> {};
struct tables : schema::tables<orders> {};

struct m0001
    : migration<
          1, "orders",
          assume_safe<"few orders",
                      create_table<"orders", column<"id", integer, identity_options<start_with<2147483647>>,
                                                    primary_key>>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
