-- 1 numbers
-- create_table numbers
CREATE TABLE "numbers" (
  "id" smallint NOT NULL,
  "a" smallint NOT NULL,
  "b" integer,
  "price" numeric(8, 2) NOT NULL,
  "ratio" real NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "numbers_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "numbers_a_idx" ON "numbers" ("a");
-- data insert numbers
INSERT INTO numbers (id, a, b, price, ratio, name) VALUES (1, 5, NULL, '1.50', 0.25, 'one'), (2, -7, 8, '0.05', 4, 'two');

-- 2 wider
-- alter_column numbers.id
ALTER TABLE "numbers" ALTER COLUMN "id" TYPE bigint;
-- alter_column numbers.a
ALTER TABLE "numbers" ALTER COLUMN "a" TYPE bigint;
-- alter_column numbers.b
ALTER TABLE "numbers" ALTER COLUMN "b" TYPE numeric(12, 2);
-- alter_column numbers.price
ALTER TABLE "numbers" ALTER COLUMN "price" TYPE numeric(12, 4);
-- alter_column numbers.ratio
ALTER TABLE "numbers" ALTER COLUMN "ratio" TYPE double precision;
-- alter_column numbers.name
ALTER TABLE "numbers" ALTER COLUMN "name" TYPE varchar(20);

