// A materialized view has operations of its own.
// error: verdict::view_of_another_kind<schema::verdict::table<
// error: {"sales"}
// error: because_of<
// error: {"materialized_view"}
// error: at_migration<2>
// error: write_the_operation_of_its_kind
// sentence: migration 2: "sales": it is a "materialized_view", which has operations of its own
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct orders : table<"orders", column<"id", integer, primary_key>, column<"total", integer>> {};
struct tables : schema::tables<orders> {};

struct m0001 : migration<1, "orders and what they come to",
                         create_table<"orders", column<"id", integer, primary_key>, column<"total", integer>>,
                         create_materialized_view<"sales", "SELECT sum(total) AS total FROM orders">> {};
struct m0002 : migration<2, "nobody asks for it", assume_safe<"no release reads it", drop_view<"sales">>> {};
struct history : postgresql_migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
