// The data statements that migrations of a shop need: none is refused that both backends carry out alike.
#include <schema/dsl.hpp>
#include <tests/static/verify.hpp>

namespace shop {
using namespace schema::dsl;
struct m1
    : migration<
          1, "shop", create_enumeration<"status", "open", "paid", "sent">,
          create_table<"customers", column<"id", bigint, primary_key, identity>,
                       column<"email", text, unique>, column<"name", text, default_to<"">>,
                       column<"created_at", timestamptz, default_expr<"now()">>>,
          create_table<"products", column<"id", uuid, primary_key, default_expr<"gen_random_uuid()">>,
                       column<"name", text>, column<"slug", text, nullable>,
                       column<"price", numeric<10, 2, on_sqlite<text>>>,
                       column<"cents", bigint, default_to<0>>>,
          create_table<"orders", column<"id", bigint, primary_key, identity>,
                       column<"customer_id", bigint, nullable, references<"customers", "id">>,
                       column<"email", text>, column<"paid", boolean, default_to<false>>,
                       column<"state", enumeration<"status">, default_to<"open">>,
                       column<"total", bigint, default_to<0>>,
                       column<"placed_at", timestamptz, default_expr<"now()">>>,
          create_table<"lines", column<"order_id", bigint, references<"orders", "id", on_delete::cascade>>,
                       column<"product_id", uuid, references<"products", "id">>, column<"quantity", integer>,
                       column<"cents", bigint>, primary_key_on<"order_id", "product_id">>> {};
template <schema::fixed_string S>
inline constexpr auto& found = schema::timeline_of<migrations<m1, migration<2, "x", data<S>>>>.found;
} // namespace shop

using schema::rule;
using shop::found;

TEST_CASE("backfills, clean-ups and merges") {
  STATIC_REQUIRE(found<"UPDATE orders SET total = (SELECT coalesce(sum(quantity * lines.cents), 0) FROM lines WHERE lines.order_id = orders.id)">.broken == rule::none);
  STATIC_REQUIRE(found<"INSERT INTO customers (email, name) SELECT DISTINCT lower(email), 'unknown' FROM orders WHERE customer_id IS NULL">.broken == rule::none);
  STATIC_REQUIRE(found<"UPDATE orders SET customer_id = (SELECT c.id FROM customers AS c WHERE c.email = lower(orders.email)) WHERE customer_id IS NULL">.broken == rule::none);
  STATIC_REQUIRE(found<"UPDATE products SET slug = replace(lower(trim(name)), ' ', '-') WHERE slug IS NULL OR slug = ''">.broken == rule::none);
  STATIC_REQUIRE(found<"DELETE FROM orders WHERE placed_at < now() AND NOT paid AND NOT EXISTS (SELECT 1 FROM lines WHERE order_id = orders.id)">.broken == rule::none);
  STATIC_REQUIRE(found<"UPDATE orders SET state = 'paid' WHERE paid AND state <> 'sent'">.broken ==
                 rule::none);
  STATIC_REQUIRE(
      found<"INSERT INTO products (name, price) VALUES ('Pen', '1.50'), ('Ink', '12.00')">.broken ==
      rule::none);
  STATIC_REQUIRE(found<"DELETE FROM customers WHERE id NOT IN (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL)">.broken == rule::none);
  STATIC_REQUIRE(found<"WITH best AS (SELECT product_id, sum(quantity) AS n FROM lines GROUP BY product_id) UPDATE products SET cents = best.n FROM best WHERE best.product_id = products.id">.broken == rule::none);
  STATIC_REQUIRE(found<"INSERT INTO customers (email) VALUES ('a@b.c') ON CONFLICT (email) DO UPDATE SET name = excluded.name WHERE customers.name = ''">.broken == rule::none);
  STATIC_REQUIRE(found<"UPDATE customers SET created_at = (SELECT min(o.placed_at) FROM orders AS o WHERE o.customer_id = customers.id) WHERE EXISTS (SELECT 1 FROM orders AS o WHERE o.customer_id = customers.id)">.broken == rule::none);
  STATIC_REQUIRE(found<"INSERT INTO lines (order_id, product_id, quantity, cents) SELECT o.id, p.id, 1, p.cents FROM orders AS o CROSS JOIN products AS p WHERE p.name = 'Gift' AND o.total > 10000">.broken == rule::none);
  STATIC_REQUIRE(
      found<"UPDATE orders SET total = total + 100 WHERE id BETWEEN 1 AND 10 OR email LIKE 'test%'">.broken ==
      rule::none);
}

TEST_CASE("and the mistakes people make in them") {
  STATIC_REQUIRE(found<"UPDATE orders SET state = CASE WHEN paid THEN 'paid' ELSE 'open' END">.broken ==
                 rule::value_type_differs);
  STATIC_REQUIRE(found<"UPDATE products SET price = price * 2">.broken == rule::not_on_both_backends);
  STATIC_REQUIRE(found<"UPDATE orders SET customer_id = email">.broken == rule::value_type_differs);
  STATIC_REQUIRE(found<"INSERT INTO orders (customer_id) VALUES (1)">.broken ==
                 rule::required_column_missing);
  STATIC_REQUIRE(found<"DELETE FROM orders WHERE customer_id = 'abc'">.broken == rule::literal_not_of_type);
  STATIC_REQUIRE(found<"UPDATE orders SET status = 'paid'">.broken == rule::no_such_column);
  STATIC_REQUIRE(found<"UPDATE orders SET state = 'payed'">.broken == rule::no_such_label);
}
