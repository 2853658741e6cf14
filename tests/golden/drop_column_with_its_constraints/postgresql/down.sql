-- 2 lessons alone
-- drop_column lessons.minutes
ALTER TABLE "lessons" ADD COLUMN "minutes" integer NOT NULL DEFAULT 0;
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_minutes_check" CHECK ("minutes" >= 0);
-- alter_column lessons.minutes
ALTER TABLE "lessons" ALTER COLUMN "minutes" DROP DEFAULT;

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

