-- 2 lessons in order
-- alter_column events.name
ALTER TABLE "events" ALTER COLUMN "name" DROP DEFAULT;
-- create_index lessons_length_idx
DROP INDEX "lessons_length_idx";
-- alter_column lessons.length
ALTER TABLE "lessons" ALTER COLUMN "length" DROP DEFAULT;
ALTER TABLE "lessons" ALTER COLUMN "length" TYPE integer USING ("length" / 60);
ALTER TABLE "lessons" ALTER COLUMN "length" SET DEFAULT 45;
-- alter_column lessons.length
ALTER TABLE "lessons" ALTER COLUMN "length" DROP DEFAULT;
-- rename_column lessons.minutes length
ALTER TABLE "lessons" RENAME COLUMN "length" TO "minutes";
ALTER TABLE "lessons" RENAME CONSTRAINT "lessons_length_check" TO "lessons_minutes_check";
-- add_constraint lessons.lessons_event_id_title_key
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_event_id_title_key";
-- drop_index lessons_title_idx
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

