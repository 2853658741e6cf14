-- 1 orders
-- create_table orders
CREATE TABLE "orders" (
  "id" INTEGER NOT NULL CONSTRAINT "orders_pkey" PRIMARY KEY AUTOINCREMENT,
  "note" TEXT NOT NULL
) STRICT;
INSERT INTO sqlite_sequence (name, seq) VALUES ('orders', 999);
-- create_table drafts
CREATE TABLE "drafts" (
  "id" INTEGER NOT NULL CONSTRAINT "drafts_pkey" PRIMARY KEY AUTOINCREMENT,
  "note" TEXT NOT NULL
) STRICT;
INSERT INTO sqlite_sequence (name, seq) VALUES ('drafts', 49);
-- create_table codes
CREATE TABLE "codes" (
  "code" TEXT NOT NULL
) STRICT;
-- data insert orders
INSERT INTO orders (note) VALUES ('first'), ('second');
-- data insert codes
INSERT INTO codes (code) VALUES ('a'), ('b');

-- 2 rows go, the table is renamed (rebuilds)
-- data delete orders
DELETE FROM orders WHERE note = 'second';
-- rename_table orders purchases
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "orders" RENAME TO "purchases";
PRAGMA legacy_alter_table=ON;
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

-- 3 built anew on SQLite (rebuilds)
-- alter_column purchases.note
-- keep purchases
CREATE TABLE "_schema_new_purchases" (
  "id" INTEGER NOT NULL CONSTRAINT "purchases_pkey" PRIMARY KEY AUTOINCREMENT,
  "note" TEXT NOT NULL CHECK (length("note") <= 40)
) STRICT;
INSERT INTO "_schema_new_purchases" ("id", "note") SELECT "id", "note" FROM "purchases";
DELETE FROM sqlite_sequence WHERE name = '_schema_new_purchases';
INSERT INTO sqlite_sequence (name, seq) SELECT '_schema_new_purchases', seq FROM sqlite_sequence WHERE name = 'purchases';
DROP TABLE "purchases";
ALTER TABLE "_schema_new_purchases" RENAME TO "purchases";
-- restore purchases

-- 4 numbers go on
-- data insert purchases
INSERT INTO purchases (note) VALUES ('third');
-- drop_table drafts
DROP TABLE "drafts";

-- 5 rows that stand are numbered, too (rebuilds)
-- add_column codes.id
-- keep codes
CREATE TABLE "_schema_new_codes" (
  "code" TEXT NOT NULL,
  "id" INTEGER NOT NULL CONSTRAINT "codes_pkey" PRIMARY KEY AUTOINCREMENT
) STRICT;
INSERT INTO sqlite_sequence (name, seq) VALUES ('_schema_new_codes', 6);
INSERT INTO "_schema_new_codes" ("code") SELECT "code" FROM "codes";
DROP TABLE "codes";
ALTER TABLE "_schema_new_codes" RENAME TO "codes";
-- restore codes

