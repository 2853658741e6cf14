-- 1 orders, and what they come to
-- create_enumeration state
CREATE TYPE "state" AS ENUM ('open', 'paid');
-- create_table orders
CREATE TABLE "orders" (
  "id" integer NOT NULL,
  "buyer" text NOT NULL,
  "total" integer NOT NULL,
  "state" "state" NOT NULL,
  CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);
-- data insert orders
INSERT INTO orders (id, buyer, total, state) VALUES (1, 'Ada', 10, 'open'), (2, 'Ada', 20, 'paid');
-- create_view paid
CREATE VIEW "paid" ("id", "buyer", "total") AS SELECT id, buyer, total FROM orders WHERE state = 'paid';
-- create_materialized_view sales
CREATE MATERIALIZED VIEW "sales" ("buyer", "total", "orders") AS SELECT buyer, sum(total) AS total, count(*) AS orders FROM paid GROUP BY buyer;
CREATE UNIQUE INDEX "sales_buyer_idx" ON "sales" ("buyer");
CREATE INDEX "sales_total_idx" ON "sales" ("total" DESC) WHERE "orders" > 1;
-- create_materialized_view states
CREATE MATERIALIZED VIEW "states" ("state", "orders") AS SELECT state, count(*) AS orders FROM orders GROUP BY state;
CREATE INDEX "states_few" ON "states" ("state") WHERE "state" = 'open' OR "orders" < 3;
-- create_view best
CREATE VIEW "best" ("buyer") AS SELECT buyer FROM sales WHERE total > 10;

-- 2 an index, without keeping anybody waiting
-- create_index states_state_idx
-- after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY IF EXISTS "states_state_idx";
-- outside of transactions:
CREATE UNIQUE INDEX CONCURRENTLY "states_state_idx" ON "states" ("state");

-- 3 an index that nobody uses
-- drop_index states_few
-- after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY IF EXISTS "states_few";
-- not after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY "states_few";

-- 4 rows, and what they come to now
-- data update orders
UPDATE orders SET state = 'paid' WHERE id = 1;
-- refresh_materialized_view sales
REFRESH MATERIALIZED VIEW CONCURRENTLY "sales";
-- refresh_materialized_view states
REFRESH MATERIALIZED VIEW CONCURRENTLY "states";

-- 5 what they read is renamed
-- rename_table orders purchases
ALTER TABLE "orders" RENAME TO "purchases";
ALTER TABLE "purchases" RENAME CONSTRAINT "orders_pkey" TO "purchases_pkey";
-- rename_column purchases.total amount
ALTER TABLE "purchases" RENAME COLUMN "total" TO "amount";
-- rename_index sales_buyer_idx sales_by_buyer
ALTER INDEX "sales_buyer_idx" RENAME TO "sales_by_buyer";

-- 6 a label more
-- add_value state.lost
ALTER TYPE "state" ADD VALUE 'lost';

-- 7 another query
-- drop_view best
DROP VIEW "best";
-- drop_materialized_view sales
DROP MATERIALIZED VIEW "sales";
-- create_materialized_view sales
CREATE MATERIALIZED VIEW "sales" ("buyer", "total") AS SELECT buyer, sum(amount) AS total FROM purchases GROUP BY buyer;
-- refresh_materialized_view sales
REFRESH MATERIALIZED VIEW "sales";
-- drop_materialized_view states
DROP MATERIALIZED VIEW "states";

