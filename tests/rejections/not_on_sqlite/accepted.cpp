// The accepted twin of rejected.cpp: the history is for PostgreSQL alone.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct orders : table<"orders", column<"id", integer, primary_key>, column<"total", integer>> {};
struct sales : materialized_view<"sales", "SELECT sum(total) AS total FROM orders"> {};
struct tables : schema::tables<orders, sales> {};

struct m0001
    : migration<1, "orders",
                create_table<"orders", column<"id", integer, primary_key>, column<"total", integer>>> {};
struct m0002 : migration<2, "what they come to",
                         create_materialized_view<"sales", "SELECT sum(total) AS total FROM orders">> {};
struct history : postgresql_migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
