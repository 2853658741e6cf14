-- 1 lessons
-- create_table events
CREATE TABLE "events" (
  "id" bigint NOT NULL,
  CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);
-- create_table lessons
CREATE TABLE "lessons" (
  "id" bigint NOT NULL,
  "event_id" bigint NOT NULL,
  "title" text NOT NULL,
  "minutes" integer NOT NULL,
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
);

-- 2 for new rows
-- add_constraint lessons.lessons_minutes_check
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_minutes_check" CHECK ("minutes" >= 0) NOT VALID;
-- add_constraint lessons.lessons_titled
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_titled" CHECK ("title" <> '') NOT VALID;
-- add_constraint lessons.lessons_event_id_fkey
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE DEFERRABLE NOT VALID;

-- 3 under other names
-- rename_column lessons.minutes duration
ALTER TABLE "lessons" RENAME COLUMN "minutes" TO "duration";
ALTER TABLE "lessons" RENAME CONSTRAINT "lessons_minutes_check" TO "lessons_duration_check";
-- rename_constraint lessons.lessons_titled lessons_are_titled
ALTER TABLE "lessons" RENAME CONSTRAINT "lessons_titled" TO "lessons_are_titled";
-- alter_constraint lessons.lessons_event_id_fkey
ALTER TABLE "lessons" ALTER CONSTRAINT "lessons_event_id_fkey" DEFERRABLE INITIALLY DEFERRED;

-- 4 proven
-- validate_constraint lessons.lessons_duration_check
ALTER TABLE "lessons" VALIDATE CONSTRAINT "lessons_duration_check";
-- validate_constraint lessons.lessons_event_id_fkey
ALTER TABLE "lessons" VALIDATE CONSTRAINT "lessons_event_id_fkey";

-- 5 never proven
-- drop_constraint lessons.lessons_are_titled
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_are_titled";

-- 6 for new rows again
-- add_constraint lessons.lessons_titled
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_titled" CHECK ("title" <> '') NOT VALID;
-- add_constraint lessons.lessons_of_event
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_of_event" CHECK ("event_id" > 0 OR "title" = 'x') NOT VALID;

-- 7 gone
-- drop_table lessons
DROP TABLE "lessons";

