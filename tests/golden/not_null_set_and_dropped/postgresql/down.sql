-- 3 or not
-- alter_column lessons.minutes
ALTER TABLE "lessons" ALTER COLUMN "minutes" DROP NOT NULL;

-- 2 minutes are optional
-- alter_column lessons.minutes
ALTER TABLE "lessons" ALTER COLUMN "minutes" SET NOT NULL;

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

