-- 3 none
-- alter_column lessons.minutes
ALTER TABLE "lessons" ALTER COLUMN "minutes" SET DEFAULT 45;

-- 2 defaults
-- alter_column lessons.title
ALTER TABLE "lessons" ALTER COLUMN "title" DROP DEFAULT;
-- alter_column lessons.minutes
ALTER TABLE "lessons" ALTER COLUMN "minutes" DROP DEFAULT;

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

