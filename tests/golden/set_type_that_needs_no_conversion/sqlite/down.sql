-- 2 wider (rebuilds)
-- alter_column numbers.id
DROP INDEX "numbers_a_idx";
-- keep numbers
CREATE TABLE "_schema_new_numbers" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -32768 AND 32767),
  "a" INTEGER NOT NULL CHECK ("a" BETWEEN -32768 AND 32767),
  "b" INTEGER CHECK ("b" BETWEEN -2147483648 AND 2147483647),
  "price" TEXT NOT NULL CHECK (("price" GLOB '[0-9]*' OR "price" GLOB '-[0-9]*') AND substr("price", 2) NOT GLOB '*[^0-9.]*' AND "price" NOT GLOB '*.*.*' AND ltrim("price", '-') NOT GLOB '0[0-9]*' AND instr("price", '.') = length("price") - 2 AND length(replace(ltrim("price", '-'), '.', '')) <= 8),
  "ratio" REAL NOT NULL,
  "name" TEXT NOT NULL,
  CONSTRAINT "numbers_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_numbers" ("id", "a", "b", "price", "ratio", "name") SELECT "id", "a", CAST(round("b" + 0.0) AS integer), CASE WHEN ("price") IS NOT NULL THEN printf('%.2f', "price" + 0.0) END, "ratio", "name" FROM "numbers";
DROP TABLE "numbers";
ALTER TABLE "_schema_new_numbers" RENAME TO "numbers";
CREATE INDEX "numbers_a_idx" ON "numbers" ("a");
-- restore numbers

-- 1 numbers
-- create_table numbers
DROP TABLE "numbers";

