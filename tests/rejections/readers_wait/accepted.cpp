// The accepted twin of rejected.cpp: a unique index on a column.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct orders : table<"orders", column<"id", integer, primary_key>, column<"total", integer>> {};
struct sales : materialized_view<"sales", "SELECT id, total FROM orders", unique_index_on<"id">> {};
struct tables : schema::tables<orders, sales> {};

struct m0001
    : migration<1, "orders and what they come to",
                create_table<"orders", column<"id", integer, primary_key>, column<"total", integer>>,
                create_materialized_view<"sales", "SELECT id, total FROM orders", unique_index_on<"id">>> {};
struct m0002 : migration<2, "as of now", refresh_materialized_view<"sales">> {};
struct history : postgresql_migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
