-- 7 another query
-- drop_materialized_view states
CREATE MATERIALIZED VIEW "states" ("state", "orders") AS SELECT state, count(*) AS orders FROM "purchases" AS orders GROUP BY state;
CREATE UNIQUE INDEX "states_state_idx" ON "states" ("state");
-- create_materialized_view sales
DROP MATERIALIZED VIEW "sales";
-- drop_materialized_view sales
CREATE MATERIALIZED VIEW "sales" ("buyer", "total", "orders") AS SELECT buyer, sum(total) AS total, count(*) AS orders FROM paid GROUP BY buyer;
CREATE UNIQUE INDEX "sales_by_buyer" ON "sales" ("buyer");
CREATE INDEX "sales_total_idx" ON "sales" ("total" DESC) WHERE "orders" > 1;
-- drop_view best
CREATE VIEW "best" ("buyer") AS SELECT buyer FROM sales WHERE total > 10;

-- 6 a label more
-- add_value state.lost
DROP VIEW "best";
DROP MATERIALIZED VIEW "states";
DROP MATERIALIZED VIEW "sales";
DROP VIEW "paid";
ALTER TYPE "state" RENAME TO "_schema_old_state";
CREATE TYPE "state" AS ENUM ('open', 'paid');
ALTER TABLE "purchases" ALTER COLUMN "state" TYPE "state" USING "state"::text::"state";
DROP TYPE "_schema_old_state";
CREATE VIEW "paid" ("id", "buyer", "total") AS SELECT id, buyer, "amount" AS total FROM "purchases" AS orders WHERE state = 'paid';
CREATE MATERIALIZED VIEW "sales" ("buyer", "total", "orders") AS SELECT buyer, sum(total) AS total, count(*) AS orders FROM paid GROUP BY buyer;
CREATE UNIQUE INDEX "sales_by_buyer" ON "sales" ("buyer");
CREATE INDEX "sales_total_idx" ON "sales" ("total" DESC) WHERE "orders" > 1;
CREATE MATERIALIZED VIEW "states" ("state", "orders") AS SELECT state, count(*) AS orders FROM "purchases" AS orders GROUP BY state;
CREATE UNIQUE INDEX "states_state_idx" ON "states" ("state");
CREATE VIEW "best" ("buyer") AS SELECT buyer FROM sales WHERE total > 10;

-- 5 what they read is renamed
-- rename_index sales_buyer_idx sales_by_buyer
ALTER INDEX "sales_by_buyer" RENAME TO "sales_buyer_idx";
-- rename_column purchases.total amount
ALTER TABLE "purchases" RENAME COLUMN "amount" TO "total";
-- rename_table orders purchases
ALTER TABLE "purchases" RENAME TO "orders";
ALTER TABLE "orders" RENAME CONSTRAINT "purchases_pkey" TO "orders_pkey";

-- 4 rows, and what they come to now
-- data update orders
UPDATE orders SET state = 'open' WHERE id = 1;

-- 3 an index that nobody uses
-- drop_index states_few
-- after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY IF EXISTS "states_few";
-- outside of transactions:
CREATE INDEX CONCURRENTLY "states_few" ON "states" ("state") WHERE "state" = 'open' OR "orders" < 3;

-- 2 an index, without keeping anybody waiting
-- create_index states_state_idx
-- after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY IF EXISTS "states_state_idx";
-- not after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY "states_state_idx";

-- 1 orders, and what they come to
-- create_view best
DROP VIEW "best";
-- create_materialized_view states
DROP MATERIALIZED VIEW "states";
-- create_materialized_view sales
DROP MATERIALIZED VIEW "sales";
-- create_view paid
DROP VIEW "paid";
-- create_table orders
DROP TABLE "orders";
-- create_enumeration state
DROP TYPE "state";

