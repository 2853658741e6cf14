-- 1 names
-- create_enumeration Order Kind
CREATE TYPE "Order Kind" AS ENUM ('a b', 'c''d', 'e"f');
-- create_table Order 'Details'
CREATE TABLE "Order 'Details'" (
  "select" integer NOT NULL,
  "From X" text NOT NULL,
  "in ""marks""" text NOT NULL DEFAULT '"it''s"',
  "kind" "Order Kind" NOT NULL DEFAULT 'e"f',
  "group" integer,
  CONSTRAINT "Order 'Details'_pkey" PRIMARY KEY ("select"),
  CONSTRAINT "Order 'Details'_From X_key" UNIQUE ("From X"),
  CONSTRAINT "Order 'Details'_From X_check" CHECK (length("From X") > 0),
  CONSTRAINT "Order 'Details'_group_fkey" FOREIGN KEY ("group") REFERENCES "Order 'Details'" ("select")
);
CREATE INDEX "Order 'Details'_group_From X_in ""marks""_idx" ON "Order 'Details'" ("group", "From X", "in ""marks""" DESC);
-- data insert "Order 'Details'"
INSERT INTO "Order 'Details'" ("select", "From X") VALUES (1, 'y');

-- 2 other names
-- rename_column Order 'Details'.From X order
ALTER TABLE "Order 'Details'" RENAME COLUMN "From X" TO "order";
ALTER TABLE "Order 'Details'" RENAME CONSTRAINT "Order 'Details'_From X_key" TO "Order 'Details'_order_key";
ALTER TABLE "Order 'Details'" RENAME CONSTRAINT "Order 'Details'_From X_check" TO "Order 'Details'_order_check";
ALTER INDEX "Order 'Details'_group_From X_in ""marks""_idx" RENAME TO "Order 'Details'_group_order_in ""marks""_idx";
-- rename_column Order 'Details'.in "marks" still "in"
ALTER TABLE "Order 'Details'" RENAME COLUMN "in ""marks""" TO "still ""in""";
ALTER INDEX "Order 'Details'_group_order_in ""marks""_idx" RENAME TO "Order 'Details'_group_order_still ""in""_idx";
-- rename_table Order 'Details' table
ALTER TABLE "Order 'Details'" RENAME TO "table";
ALTER TABLE "table" RENAME CONSTRAINT "Order 'Details'_pkey" TO "table_pkey";
ALTER TABLE "table" RENAME CONSTRAINT "Order 'Details'_order_key" TO "table_order_key";
ALTER TABLE "table" RENAME CONSTRAINT "Order 'Details'_order_check" TO "table_order_check";
ALTER TABLE "table" RENAME CONSTRAINT "Order 'Details'_group_fkey" TO "table_group_fkey";
ALTER INDEX "Order 'Details'_group_order_still ""in""_idx" RENAME TO "table_group_order_still ""in""_idx";
-- add_value Order Kind.g''h
ALTER TYPE "Order Kind" ADD VALUE 'g''''h' BEFORE 'c''d';

