-- 1 lessons are counted
-- create_enumeration level
CREATE TYPE "level" AS ENUM ('easy', 'hard');
-- create_table events
CREATE TABLE "events" (
  "id" integer NOT NULL,
  "lessons" integer NOT NULL DEFAULT 0,
  CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);
-- create_table lessons
CREATE TABLE "lessons" (
  "id" integer NOT NULL,
  "event_id" integer NOT NULL,
  "level" "level" NOT NULL,
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
);
-- create_table rooms
CREATE TABLE "rooms" (
  "id" integer NOT NULL,
  CONSTRAINT "rooms_pkey" PRIMARY KEY ("id")
);
-- create_view busy
CREATE VIEW "busy" ("n") AS SELECT count(*) AS n FROM rooms;
-- data insert events
INSERT INTO events (id) VALUES (1);
-- create_function count_lesson
CREATE FUNCTION count_lesson() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE events SET lessons = lessons + CASE NEW.level WHEN 'hard' THEN 2 ELSE 1 END WHERE id = NEW.event_id; RETURN NEW; END $$;
-- create_trigger lessons.lessons_counted
CREATE TRIGGER lessons_counted AFTER INSERT ON lessons FOR EACH ROW EXECUTE FUNCTION count_lesson();
-- data insert lessons
INSERT INTO lessons (id, event_id, level) VALUES (1, 1, 'easy'), (2, 1, 'hard');

-- 2 the table is built anew on SQLite
-- add_constraint lessons.lessons_of_one
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_of_one" CHECK ("event_id" > 0);
-- data insert lessons
INSERT INTO lessons (id, event_id, level) VALUES (3, 1, 'easy');
-- data update events
UPDATE events SET lessons = lessons;

-- 3 a view steps aside, a label comes
-- rename_table rooms halls
ALTER TABLE "rooms" RENAME TO "halls";
ALTER TABLE "halls" RENAME CONSTRAINT "rooms_pkey" TO "halls_pkey";
-- add_value level.absurd
ALTER TYPE "level" ADD VALUE 'absurd';

-- 4 another text, then other arguments
-- replace_function count_lesson
CREATE OR REPLACE FUNCTION count_lesson() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
-- create_function doubled
CREATE FUNCTION doubled(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';
-- replace_function doubled
DROP ROUTINE "doubled";
CREATE FUNCTION doubled(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';

-- 5 they go
-- drop_trigger lessons_counted
DROP TRIGGER "lessons_counted" ON "lessons";
-- drop_function count_lesson
DROP ROUTINE "count_lesson";
-- drop_function doubled
DROP ROUTINE "doubled";

-- 6 an enumeration
-- create_enumeration mood
CREATE TYPE "mood" AS ENUM ('dull');
-- add_value mood.gay
ALTER TYPE "mood" ADD VALUE 'gay';

