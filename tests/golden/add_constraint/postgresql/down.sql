-- 3 none again
-- drop_constraint lessons.lessons_pkey
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_pkey" PRIMARY KEY ("id");
-- drop_constraint lessons.lessons_event_id_title_key
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_event_id_title_key" UNIQUE ("event_id", "title");
-- drop_constraint lessons.lessons_title_check
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_title_check" CHECK (length("title") > 0);
-- drop_constraint lessons.lessons_event_id_fkey
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT;

-- 2 constraints
-- add_constraint lessons.lessons_event_id_fkey
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_event_id_fkey";
-- add_constraint lessons.lessons_title_check
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_title_check";
-- add_constraint lessons.lessons_event_id_title_key
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_event_id_title_key";
-- add_constraint lessons.lessons_pkey
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_pkey";
-- add_constraint events.events_pkey
ALTER TABLE "events" DROP CONSTRAINT "events_pkey";

-- 1 a table without any
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

