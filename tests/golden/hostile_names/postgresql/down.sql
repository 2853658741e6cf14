-- 2 other names
-- add_value Order Kind.g''h
ALTER TYPE "Order Kind" RENAME TO "_schema_old_Order Kind";
CREATE TYPE "Order Kind" AS ENUM ('a b', 'c''d', 'e"f');
ALTER TABLE "table" ALTER COLUMN "kind" DROP DEFAULT;
ALTER TABLE "table" ALTER COLUMN "kind" TYPE "Order Kind" USING "kind"::text::"Order Kind";
ALTER TABLE "table" ALTER COLUMN "kind" SET DEFAULT 'e"f';
DROP TYPE "_schema_old_Order Kind";
-- rename_table Order 'Details' table
ALTER TABLE "table" RENAME TO "Order 'Details'";
ALTER TABLE "Order 'Details'" RENAME CONSTRAINT "table_pkey" TO "Order 'Details'_pkey";
ALTER TABLE "Order 'Details'" RENAME CONSTRAINT "table_order_key" TO "Order 'Details'_order_key";
ALTER TABLE "Order 'Details'" RENAME CONSTRAINT "table_order_check" TO "Order 'Details'_order_check";
ALTER TABLE "Order 'Details'" RENAME CONSTRAINT "table_group_fkey" TO "Order 'Details'_group_fkey";
ALTER INDEX "table_group_order_still ""in""_idx" RENAME TO "Order 'Details'_group_order_still ""in""_idx";
-- rename_column Order 'Details'.in "marks" still "in"
ALTER TABLE "Order 'Details'" RENAME COLUMN "still ""in""" TO "in ""marks""";
ALTER INDEX "Order 'Details'_group_order_still ""in""_idx" RENAME TO "Order 'Details'_group_order_in ""marks""_idx";
-- rename_column Order 'Details'.From X order
ALTER TABLE "Order 'Details'" RENAME COLUMN "order" TO "From X";
ALTER TABLE "Order 'Details'" RENAME CONSTRAINT "Order 'Details'_order_key" TO "Order 'Details'_From X_key";
ALTER TABLE "Order 'Details'" RENAME CONSTRAINT "Order 'Details'_order_check" TO "Order 'Details'_From X_check";
ALTER INDEX "Order 'Details'_group_order_in ""marks""_idx" RENAME TO "Order 'Details'_group_From X_in ""marks""_idx";

-- 1 names
-- create_table Order 'Details'
DROP TABLE "Order 'Details'";
-- create_enumeration Order Kind
DROP TYPE "Order Kind";

