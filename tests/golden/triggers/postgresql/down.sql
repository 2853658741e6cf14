-- 6 an enumeration
-- add_value mood.gay
ALTER TYPE "mood" RENAME TO "_schema_old_mood";
CREATE TYPE "mood" AS ENUM ('dull');
DROP TYPE "_schema_old_mood";
-- create_enumeration mood
DROP TYPE "mood";

-- 5 they go
-- drop_function doubled
CREATE FUNCTION doubled(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';
-- drop_function count_lesson
CREATE FUNCTION count_lesson() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
-- drop_trigger lessons_counted
CREATE TRIGGER lessons_counted AFTER INSERT ON lessons FOR EACH ROW EXECUTE FUNCTION count_lesson();

-- 4 another text, then other arguments
-- replace_function doubled
DROP ROUTINE "doubled";
CREATE FUNCTION doubled(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';
-- create_function doubled
DROP ROUTINE "doubled";
-- replace_function count_lesson
CREATE OR REPLACE FUNCTION count_lesson() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE events SET lessons = lessons + CASE NEW.level WHEN 'hard' THEN 2 ELSE 1 END WHERE id = NEW.event_id; RETURN NEW; END $$;

-- 3 a view steps aside, a label comes
-- add_value level.absurd
DROP TRIGGER "lessons_counted" ON "lessons";
ALTER TYPE "level" RENAME TO "_schema_old_level";
CREATE TYPE "level" AS ENUM ('easy', 'hard');
ALTER TABLE "lessons" ALTER COLUMN "level" TYPE "level" USING "level"::text::"level";
DROP TYPE "_schema_old_level";
CREATE TRIGGER lessons_counted AFTER INSERT ON lessons FOR EACH ROW EXECUTE FUNCTION count_lesson();
-- rename_table rooms halls
ALTER TABLE "halls" RENAME TO "rooms";
ALTER TABLE "rooms" RENAME CONSTRAINT "halls_pkey" TO "rooms_pkey";

-- 2 the table is built anew on SQLite
-- data update events
UPDATE events SET lessons = lessons - 1;
-- data insert lessons
DELETE FROM lessons WHERE id = 3;
-- add_constraint lessons.lessons_of_one
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_of_one";

-- 1 lessons are counted
-- create_trigger lessons.lessons_counted
DROP TRIGGER "lessons_counted" ON "lessons";
-- create_function count_lesson
DROP ROUTINE "count_lesson";
-- create_view busy
DROP VIEW "busy";
-- create_table rooms
DROP TABLE "rooms";
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";
-- create_enumeration level
DROP TYPE "level";

