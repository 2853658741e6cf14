-- 7 gone
-- drop_table lessons
CREATE TABLE "lessons" (
  "id" bigint NOT NULL,
  "event_id" bigint NOT NULL,
  "title" text NOT NULL,
  "duration" integer NOT NULL,
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_duration_check" CHECK ("duration" >= 0),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_titled" CHECK ("title" <> '') NOT VALID;
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_of_event" CHECK ("event_id" > 0 OR "title" = 'x') NOT VALID;

-- 6 for new rows again
-- add_constraint lessons.lessons_of_event
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_of_event";
-- add_constraint lessons.lessons_titled
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_titled";

-- 5 never proven
-- drop_constraint lessons.lessons_are_titled
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_are_titled" CHECK ("title" <> '') NOT VALID;

-- 4 proven
-- validate_constraint lessons.lessons_event_id_fkey
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_event_id_fkey";
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED NOT VALID;
-- validate_constraint lessons.lessons_duration_check
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_duration_check";
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_duration_check" CHECK ("duration" >= 0) NOT VALID;

-- 3 under other names
-- alter_constraint lessons.lessons_event_id_fkey
ALTER TABLE "lessons" ALTER CONSTRAINT "lessons_event_id_fkey" DEFERRABLE;
-- rename_constraint lessons.lessons_titled lessons_are_titled
ALTER TABLE "lessons" RENAME CONSTRAINT "lessons_are_titled" TO "lessons_titled";
-- rename_column lessons.minutes duration
ALTER TABLE "lessons" RENAME COLUMN "duration" TO "minutes";
ALTER TABLE "lessons" RENAME CONSTRAINT "lessons_duration_check" TO "lessons_minutes_check";

-- 2 for new rows
-- add_constraint lessons.lessons_event_id_fkey
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_event_id_fkey";
-- add_constraint lessons.lessons_titled
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_titled";
-- add_constraint lessons.lessons_minutes_check
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_minutes_check";

-- 1 lessons
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

