// SQLite has no materialized views.
// error: verdict::not_on_sqlite<schema::verdict::table<
// error: {"sales"}
// error: because_of<
// error: {"create_materialized_view"}
// error: at_migration<2>
// error: write_postgresql_migrations_or_leave_it_out
// sentence: migration 2: "sales": SQLite can't carry out "create_materialized_view"
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
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
