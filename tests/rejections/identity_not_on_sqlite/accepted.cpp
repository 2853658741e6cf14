// The accepted twin of rejected.cpp: a first number, which SQLite keeps too.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct orders
    : table<"orders", column<"id", bigint, identity_options<start_with<1000>, cache<10>>, primary_key>> {};
struct tables : schema::tables<orders> {};

struct m0001
    : migration<1, "orders",
                assume_safe<
                    "few orders",
                    create_table<"orders", column<"id", bigint, identity_options<start_with<1000>, cache<10>>,
                                                  primary_key>>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
