// Materialized views: over tables and views, with indexes, refreshed in both ways, followed through renames, in the way
// of a label that goes.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_materialized_views {
using namespace schema::dsl;

struct m1 : migration<1, "orders, and what they come to",
    create_enumeration<"state", "open", "paid">,
    create_table<"orders",
        column<"id",    integer, primary_key>,
        column<"buyer", text>,
        column<"total", integer>,
        column<"state", enumeration<"state">>>,
    data<"INSERT INTO orders (id, buyer, total, state) VALUES (1, 'Ada', 10, 'open'), (2, 'Ada', 20, 'paid')">,
    create_view<"paid", "SELECT id, buyer, total FROM orders WHERE state = 'paid'">,
    create_materialized_view<"sales",
        "SELECT buyer, sum(total) AS total, count(*) AS orders FROM paid GROUP BY buyer",
        unique_index_on<"buyer">, index_on<desc("total"), where("orders > 1")>>,
    create_materialized_view<"states", "SELECT state, count(*) AS orders FROM orders GROUP BY state",
        named<"states_few", index_on<"state", where("state = 'open' OR orders < 3")>>>,
    create_view<"best", "SELECT buyer FROM sales WHERE total > 10">> {};

struct m2 : migration<2, "an index, without keeping anybody waiting", create_index<"states", unique_index_on<"state">>> {};

struct m3 : migration<3, "an index that nobody uses", drop_index<"states_few">> {};

struct m4 : migration<4, "rows, and what they come to now",
    data<"UPDATE orders SET state = 'paid' WHERE id = 1", undo<"UPDATE orders SET state = 'open' WHERE id = 1">>,
    refresh_materialized_view<"sales">,
    refresh_materialized_view<"states">> {};

struct m5 : migration<5, "what they read is renamed",
    assume_safe<"no release reads it", rename_table<"orders", "purchases">>,
    assume_safe<"no release reads it", rename_column<"purchases", "total", "amount">>,
    rename_index<"sales_buyer_idx", "sales_by_buyer">> {};

struct m6 : migration<6, "a label more", add_value<"state", "lost">> {};

struct m7 : migration<7, "another query",
    assume_safe<"no release reads it", drop_view<"best">>,
    assume_safe<"no release reads it", drop_materialized_view<"sales">>,
    create_materialized_view<"sales", "SELECT buyer, sum(amount) AS total FROM purchases GROUP BY buyer">,
    refresh_materialized_view<"sales">,
    assume_safe<"no release reads it", drop_materialized_view<"states">>> {};

struct history : postgresql_migrations<m1, m2, m3, m4, m5, m6, m7> {};

} // namespace golden_materialized_views
