-- 1 names
-- create_table Order 'Details'
CREATE TABLE "Order 'Details'" (
  "select" INT NOT NULL CHECK ("select" BETWEEN -2147483648 AND 2147483647),
  "From X" TEXT NOT NULL,
  "in ""marks""" TEXT NOT NULL DEFAULT '"it''s"',
  "kind" TEXT NOT NULL DEFAULT 'e"f' CHECK ("kind" IN ('a b', 'c''d', 'e"f')),
  "group" INTEGER CHECK ("group" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "Order 'Details'_pkey" PRIMARY KEY ("select"),
  CONSTRAINT "Order 'Details'_From X_key" UNIQUE ("From X"),
  CONSTRAINT "Order 'Details'_From X_check" CHECK (length("From X") > 0),
  CONSTRAINT "Order 'Details'_group_fkey" FOREIGN KEY ("group") REFERENCES "Order 'Details'" ("select")
) STRICT;
CREATE INDEX "Order 'Details'_group_From X_in ""marks""_idx" ON "Order 'Details'" ("group", "From X", "in ""marks""" DESC);
-- data insert "Order 'Details'"
INSERT INTO "Order 'Details'" ("select", "From X") VALUES (1, 'y');

-- 2 other names (rebuilds)
-- rename_column Order 'Details'.From X order
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "Order 'Details'" RENAME COLUMN "From X" TO "order";
PRAGMA legacy_alter_table=ON;
-- rename_column Order 'Details'.in "marks" still "in"
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "Order 'Details'" RENAME COLUMN "in ""marks""" TO "still ""in""";
PRAGMA legacy_alter_table=ON;
DROP INDEX "Order 'Details'_group_From X_in ""marks""_idx";
-- keep Order 'Details'
CREATE TABLE "_schema_new_Order 'Details'" (
  "select" INT NOT NULL CHECK ("select" BETWEEN -2147483648 AND 2147483647),
  "order" TEXT NOT NULL,
  "still ""in""" TEXT NOT NULL DEFAULT '"it''s"',
  "kind" TEXT NOT NULL DEFAULT 'e"f' CHECK ("kind" IN ('a b', 'c''d', 'e"f')),
  "group" INTEGER CHECK ("group" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "Order 'Details'_pkey" PRIMARY KEY ("select"),
  CONSTRAINT "Order 'Details'_order_key" UNIQUE ("order"),
  CONSTRAINT "Order 'Details'_order_check" CHECK (length("order") > 0),
  CONSTRAINT "Order 'Details'_group_fkey" FOREIGN KEY ("group") REFERENCES "Order 'Details'" ("select")
) STRICT;
INSERT INTO "_schema_new_Order 'Details'" ("select", "order", "still ""in""", "kind", "group") SELECT "select", "order", "still ""in""", "kind", "group" FROM "Order 'Details'";
DROP TABLE "Order 'Details'";
ALTER TABLE "_schema_new_Order 'Details'" RENAME TO "Order 'Details'";
CREATE INDEX "Order 'Details'_group_order_still ""in""_idx" ON "Order 'Details'" ("group", "order", "still ""in""" DESC);
-- restore Order 'Details'
-- rename_table Order 'Details' table
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "Order 'Details'" RENAME TO "table";
PRAGMA legacy_alter_table=ON;
DROP INDEX "Order 'Details'_group_order_still ""in""_idx";
-- keep table
CREATE TABLE "_schema_new_table" (
  "select" INT NOT NULL CHECK ("select" BETWEEN -2147483648 AND 2147483647),
  "order" TEXT NOT NULL,
  "still ""in""" TEXT NOT NULL DEFAULT '"it''s"',
  "kind" TEXT NOT NULL DEFAULT 'e"f' CHECK ("kind" IN ('a b', 'c''d', 'e"f')),
  "group" INTEGER CHECK ("group" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "table_pkey" PRIMARY KEY ("select"),
  CONSTRAINT "table_order_key" UNIQUE ("order"),
  CONSTRAINT "table_order_check" CHECK (length("order") > 0),
  CONSTRAINT "table_group_fkey" FOREIGN KEY ("group") REFERENCES "table" ("select")
) STRICT;
INSERT INTO "_schema_new_table" ("select", "order", "still ""in""", "kind", "group") SELECT "select", "order", "still ""in""", "kind", "group" FROM "table";
DROP TABLE "table";
ALTER TABLE "_schema_new_table" RENAME TO "table";
CREATE INDEX "table_group_order_still ""in""_idx" ON "table" ("group", "order", "still ""in""" DESC);
-- restore table
-- add_value Order Kind.g''h
DROP INDEX "table_group_order_still ""in""_idx";
-- keep table
CREATE TABLE "_schema_new_table" (
  "select" INT NOT NULL CHECK ("select" BETWEEN -2147483648 AND 2147483647),
  "order" TEXT NOT NULL,
  "still ""in""" TEXT NOT NULL DEFAULT '"it''s"',
  "kind" TEXT NOT NULL DEFAULT 'e"f' CHECK ("kind" IN ('a b', 'g''''h', 'c''d', 'e"f')),
  "group" INTEGER CHECK ("group" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "table_pkey" PRIMARY KEY ("select"),
  CONSTRAINT "table_order_key" UNIQUE ("order"),
  CONSTRAINT "table_order_check" CHECK (length("order") > 0),
  CONSTRAINT "table_group_fkey" FOREIGN KEY ("group") REFERENCES "table" ("select")
) STRICT;
INSERT INTO "_schema_new_table" ("select", "order", "still ""in""", "kind", "group") SELECT "select", "order", "still ""in""", "kind", "group" FROM "table";
DROP TABLE "table";
ALTER TABLE "_schema_new_table" RENAME TO "table";
CREATE INDEX "table_group_order_still ""in""_idx" ON "table" ("group", "order", "still ""in""" DESC);
-- restore table

