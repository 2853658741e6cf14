-- 3 after it
-- rename_column lessons.minutes length
ALTER TABLE "lessons" RENAME COLUMN "length" TO "minutes";
ALTER TABLE "lessons" RENAME CONSTRAINT "lessons_length_check" TO "lessons_minutes_check";

-- 2 by hand
-- execute
DROP INDEX lessons_by_hash;
-- execute
ALTER TABLE lessons RESET (fillfactor);

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

