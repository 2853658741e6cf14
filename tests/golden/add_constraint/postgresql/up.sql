-- 1 a table without any
-- create_table events
CREATE TABLE "events" (
  "id" integer NOT NULL,
  "name" text NOT NULL
);
-- create_table lessons
CREATE TABLE "lessons" (
  "id" integer NOT NULL,
  "event_id" integer NOT NULL,
  "title" text NOT NULL
);
-- data insert events
INSERT INTO events (id, name) VALUES (1, 'Launch');
-- data insert lessons
INSERT INTO lessons (id, event_id, title) VALUES (1, 1, 'First'), (2, 1, 'Second');

-- 2 constraints
-- add_constraint events.events_pkey
ALTER TABLE "events" ADD CONSTRAINT "events_pkey" PRIMARY KEY ("id");
-- add_constraint lessons.lessons_pkey
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_pkey" PRIMARY KEY ("id");
-- add_constraint lessons.lessons_event_id_title_key
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_event_id_title_key" UNIQUE ("event_id", "title");
-- add_constraint lessons.lessons_title_check
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_title_check" CHECK (length("title") > 0);
-- add_constraint lessons.lessons_event_id_fkey
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT;

-- 3 none again
-- drop_constraint lessons.lessons_event_id_fkey
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_event_id_fkey";
-- drop_constraint lessons.lessons_title_check
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_title_check";
-- drop_constraint lessons.lessons_event_id_title_key
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_event_id_title_key";
-- drop_constraint lessons.lessons_pkey
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_pkey";

