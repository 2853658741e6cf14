-- 1 numbers
-- create_table numbers
CREATE TABLE "numbers" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -32768 AND 32767),
  "a" INTEGER NOT NULL CHECK ("a" BETWEEN -32768 AND 32767),
  "b" INTEGER CHECK ("b" BETWEEN -2147483648 AND 2147483647),
  "price" TEXT NOT NULL CHECK (("price" GLOB '[0-9]*' OR "price" GLOB '-[0-9]*') AND substr("price", 2) NOT GLOB '*[^0-9.]*' AND "price" NOT GLOB '*.*.*' AND ltrim("price", '-') NOT GLOB '0[0-9]*' AND instr("price", '.') = length("price") - 2 AND length(replace(ltrim("price", '-'), '.', '')) <= 8),
  "ratio" REAL NOT NULL,
  "name" TEXT NOT NULL,
  CONSTRAINT "numbers_pkey" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "numbers_a_idx" ON "numbers" ("a");
-- data insert numbers
INSERT INTO numbers (id, a, b, price, ratio, name) VALUES (1, 5, NULL, '1.50', 0.25, 'one'), (2, -7, 8, '0.05', 4, 'two');

-- 2 wider (rebuilds)
-- alter_column numbers.name
DROP INDEX "numbers_a_idx";
-- keep numbers
CREATE TABLE "_schema_new_numbers" (
  "id" INT NOT NULL,
  "a" INTEGER NOT NULL,
  "b" TEXT CHECK (("b" GLOB '[0-9]*' OR "b" GLOB '-[0-9]*') AND substr("b", 2) NOT GLOB '*[^0-9.]*' AND "b" NOT GLOB '*.*.*' AND ltrim("b", '-') NOT GLOB '0[0-9]*' AND instr("b", '.') = length("b") - 2 AND length(replace(ltrim("b", '-'), '.', '')) <= 12),
  "price" TEXT NOT NULL CHECK (("price" GLOB '[0-9]*' OR "price" GLOB '-[0-9]*') AND substr("price", 2) NOT GLOB '*[^0-9.]*' AND "price" NOT GLOB '*.*.*' AND ltrim("price", '-') NOT GLOB '0[0-9]*' AND instr("price", '.') = length("price") - 4 AND length(replace(ltrim("price", '-'), '.', '')) <= 12),
  "ratio" REAL NOT NULL,
  "name" TEXT NOT NULL CHECK (length("name") <= 20),
  CONSTRAINT "numbers_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_numbers" ("id", "a", "b", "price", "ratio", "name") SELECT "id", "a", ("b") || '.00', ("price") || '00', "ratio", "name" FROM "numbers";
DROP TABLE "numbers";
ALTER TABLE "_schema_new_numbers" RENAME TO "numbers";
CREATE INDEX "numbers_a_idx" ON "numbers" ("a");
-- restore numbers

