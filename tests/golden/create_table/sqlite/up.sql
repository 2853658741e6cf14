-- 1 every type
-- create_table parents
CREATE TABLE "parents" (
  "a" INTEGER NOT NULL CHECK ("a" BETWEEN -2147483648 AND 2147483647),
  "b" TEXT NOT NULL,
  CONSTRAINT "parents_pkey" PRIMARY KEY ("a", "b")
) STRICT;
-- create_table things
CREATE TABLE "things" (
  "id" INTEGER NOT NULL CONSTRAINT "things_pkey" PRIMARY KEY AUTOINCREMENT,
  "flag" INTEGER NOT NULL DEFAULT 0 CHECK ("flag" IN (0, 1)),
  "small" INTEGER NOT NULL DEFAULT -1 CHECK ("small" BETWEEN -32768 AND 32767),
  "whole" INTEGER CHECK ("whole" BETWEEN -2147483648 AND 2147483647),
  "large" INTEGER NOT NULL DEFAULT 0,
  "single" REAL NOT NULL DEFAULT 0.5,
  "precise" REAL,
  "price" TEXT NOT NULL DEFAULT '9.90' CHECK (("price" GLOB '[0-9]*' OR "price" GLOB '-[0-9]*') AND substr("price", 2) NOT GLOB '*[^0-9.]*' AND "price" NOT GLOB '*.*.*' AND ltrim("price", '-') NOT GLOB '0[0-9]*' AND instr("price", '.') = length("price") - 2 AND length(replace(ltrim("price", '-'), '.', '')) <= 10),
  "note" TEXT NOT NULL DEFAULT 'it''s',
  "code" TEXT NOT NULL DEFAULT '' CHECK (length("code") <= 8),
  "raw" BLOB NOT NULL DEFAULT x'6162',
  "day" TEXT NOT NULL DEFAULT (date('now')) CHECK (date("day", '+0 days') IS "day"),
  "local" TEXT CHECK (strftime('%Y-%m-%dT%H:%M:%f', "local", '+0 days') IS "local"),
  "at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')) CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', "at", '+0 days') IS "at"),
  "key" TEXT NOT NULL DEFAULT ((lower(hex(randomblob(4)))||'-'||lower(hex(randomblob(2)))||'-4'||substr(lower(hex(randomblob(2))),2)||'-'||substr('89ab',1+(random()&3),1)||substr(lower(hex(randomblob(2))),2)||'-'||lower(hex(randomblob(6))))) CHECK ("key" LIKE '________-____-____-____-____________' AND length(replace("key", '-', '')) = 32 AND "key" NOT GLOB '*[^0-9a-f-]*'),
  "settings" TEXT NOT NULL DEFAULT '{}' CHECK (json_valid("settings")),
  "kind" TEXT NOT NULL DEFAULT 'choice' CHECK ("kind" IN ('choice', 'true_false', 'it''s')),
  "parent_id" INTEGER,
  "a" INTEGER CHECK ("a" BETWEEN -2147483648 AND 2147483647),
  "b" TEXT,
  CONSTRAINT "things_whole_key" UNIQUE ("whole"),
  CONSTRAINT "things_price_check" CHECK (CAST("price" AS REAL) >= 0),
  CONSTRAINT "things_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "things" ("id") ON DELETE SET NULL,
  CONSTRAINT "things_a_b_fkey" FOREIGN KEY ("a", "b") REFERENCES "parents" ("a", "b") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "things_note_code_key" UNIQUE ("note", "code"),
  CONSTRAINT "things_both" CHECK (("a" IS NULL) = ("b" IS NULL))
) STRICT;
CREATE INDEX "things_flag_at_idx" ON "things" ("flag", "at" DESC);
CREATE UNIQUE INDEX "things_by_code" ON "things" ((lower("code"))) WHERE "code" <> '';
-- data insert parents
INSERT INTO parents (a, b) VALUES (1, 'x');
-- data insert things
INSERT INTO things (whole, a, b) VALUES (7, 1, 'x');
-- data insert things
INSERT INTO things (note, code, kind, flag, price) VALUES ('n', 'C', 'it''s', true, '12.50');

