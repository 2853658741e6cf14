-- 2 wider
-- alter_column numbers.name
ALTER TABLE "numbers" ALTER COLUMN "name" TYPE text;
-- alter_column numbers.ratio
ALTER TABLE "numbers" ALTER COLUMN "ratio" TYPE real;
-- alter_column numbers.price
ALTER TABLE "numbers" ALTER COLUMN "price" TYPE numeric(8, 2);
-- alter_column numbers.b
ALTER TABLE "numbers" ALTER COLUMN "b" TYPE integer;
-- alter_column numbers.a
ALTER TABLE "numbers" ALTER COLUMN "a" TYPE smallint;
-- alter_column numbers.id
ALTER TABLE "numbers" ALTER COLUMN "id" TYPE smallint;

-- 1 numbers
-- create_table numbers
DROP TABLE "numbers";

