-- 5 rows that stand are numbered, too (rebuilds)
-- add_column codes.id
-- keep codes
CREATE TABLE "_schema_new_codes" (
  "code" TEXT NOT NULL
) STRICT;
INSERT INTO "_schema_new_codes" ("code") SELECT "code" FROM "codes";
DROP TABLE "codes";
ALTER TABLE "_schema_new_codes" RENAME TO "codes";
-- restore codes

-- 4 numbers go on
-- drop_table drafts
CREATE TABLE "drafts" (
  "id" INTEGER NOT NULL CONSTRAINT "drafts_pkey" PRIMARY KEY AUTOINCREMENT,
  "note" TEXT NOT NULL
) STRICT;
INSERT INTO sqlite_sequence (name, seq) VALUES ('drafts', 49);
-- data insert purchases
DELETE FROM purchases WHERE note = 'third';

-- 3 built anew on SQLite (rebuilds)
-- alter_column purchases.note
-- keep purchases
CREATE TABLE "_schema_new_purchases" (
  "id" INTEGER NOT NULL CONSTRAINT "purchases_pkey" PRIMARY KEY AUTOINCREMENT,
  "note" TEXT NOT NULL
) STRICT;
INSERT INTO "_schema_new_purchases" ("id", "note") SELECT "id", "note" FROM "purchases";
DELETE FROM sqlite_sequence WHERE name = '_schema_new_purchases';
INSERT INTO sqlite_sequence (name, seq) SELECT '_schema_new_purchases', seq FROM sqlite_sequence WHERE name = 'purchases';
DROP TABLE "purchases";
ALTER TABLE "_schema_new_purchases" RENAME TO "purchases";
-- restore purchases

-- 2 rows go, the table is renamed (rebuilds)
-- rename_table orders purchases
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "purchases" RENAME TO "orders";
PRAGMA legacy_alter_table=ON;
-- keep orders
CREATE TABLE "_schema_new_orders" (
  "id" INTEGER NOT NULL CONSTRAINT "orders_pkey" PRIMARY KEY AUTOINCREMENT,
  "note" TEXT NOT NULL
) STRICT;
INSERT INTO "_schema_new_orders" ("id", "note") SELECT "id", "note" FROM "orders";
DELETE FROM sqlite_sequence WHERE name = '_schema_new_orders';
INSERT INTO sqlite_sequence (name, seq) SELECT '_schema_new_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE "orders";
ALTER TABLE "_schema_new_orders" RENAME TO "orders";
-- restore orders
-- data delete orders
INSERT INTO orders (id, note) VALUES (1001, 'second');

-- 1 orders
-- create_table codes
DROP TABLE "codes";
-- create_table drafts
DROP TABLE "drafts";
-- create_table orders
DROP TABLE "orders";

