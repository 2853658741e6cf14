-- 2 names
-- rename_constraint lessons.lessons_pkey lessons_key
ALTER TABLE "lessons" RENAME CONSTRAINT "lessons_key" TO "lessons_pkey";
-- rename_constraint lessons.lessons_minutes_check minutes_count
ALTER TABLE "lessons" RENAME CONSTRAINT "minutes_count" TO "lessons_minutes_check";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

