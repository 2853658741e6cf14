-- 3 a scale, from another type
-- drop_constraint lessons.lessons_pkey
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_pkey" PRIMARY KEY ("id");
-- alter_column lessons.title
ALTER TABLE "lessons" ALTER COLUMN "title" TYPE text;

-- 2 rows as PostgreSQL takes them
-- execute
ANALYZE lessons;
-- data insert lessons
DELETE FROM lessons WHERE title = 'Made by Hand';

-- 1 an exact number, an identity beside the key, an order of labels
-- create_table lessons
DROP TABLE "lessons";
-- create_enumeration level
DROP TYPE "level";

