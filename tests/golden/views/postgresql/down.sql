-- 5 they go
-- drop_view texts
CREATE VIEW "texts" ("id", "Text") AS SELECT n.id, n."text" AS "Text" FROM notes AS n;
-- drop_view open_lessons
CREATE VIEW "open_lessons" ("id", "event", "name", "level", "minutes") AS SELECT units.id, e.headline AS event, units.label AS name, level, minutes FROM units JOIN events AS e ON e.id = units.event_id WHERE is_open = true;
-- drop_view event_minutes
CREATE VIEW "event_minutes" ("event_id", "minutes", "lessons") AS SELECT l.event_id, sum(l.minutes) AS minutes, count(*) AS lessons FROM "units" AS l GROUP BY l.event_id;
-- drop_view busy_events
CREATE VIEW "busy_events" ("headline", "id") AS SELECT e.headline, e.id FROM events AS e WHERE e.id > 1;

-- 4 a label more, and a table built anew on SQLite
-- add_constraint units.units_long
ALTER TABLE "units" DROP CONSTRAINT "units_long";
-- add_value level.absurd
DROP VIEW "event_minutes";
DROP VIEW "open_lessons";
ALTER TYPE "level" RENAME TO "_schema_old_level";
CREATE TYPE "level" AS ENUM ('easy', 'hard');
ALTER TABLE "units" ALTER COLUMN "level" TYPE "level" USING "level"::text::"level";
DROP TYPE "_schema_old_level";
CREATE VIEW "open_lessons" ("id", "event", "name", "level", "minutes") AS SELECT units.id, e.headline AS event, units.label AS name, level, minutes FROM units JOIN events AS e ON e.id = units.event_id WHERE is_open = true;
CREATE VIEW "event_minutes" ("event_id", "minutes", "lessons") AS SELECT l.event_id, sum(l.minutes) AS minutes, count(*) AS lessons FROM "units" AS l GROUP BY l.event_id;

-- 3 one more column, another query
-- replace_view busy_events
DROP VIEW "busy_events";
CREATE VIEW "busy_events" ("title", "minutes") AS WITH named AS (SELECT id, "headline" AS title FROM events) SELECT named.title, m.minutes FROM named JOIN event_minutes AS m ON m.event_id = named.id WHERE m.lessons > 1 ORDER BY named.title;
-- replace_view open_lessons
DROP VIEW "open_lessons";
CREATE VIEW "open_lessons" ("id", "event", "name", "level") AS SELECT lessons.id, e."headline" AS event, lessons."label" AS name, level FROM "units" AS lessons JOIN events AS e ON e.id = lessons.event_id WHERE is_open = true;

-- 2 all that they name is renamed
-- rename_table lessons units
ALTER TABLE "units" RENAME TO "lessons";
ALTER TABLE "lessons" RENAME CONSTRAINT "units_pkey" TO "lessons_pkey";
ALTER TABLE "lessons" RENAME CONSTRAINT "units_event_id_fkey" TO "lessons_event_id_fkey";
-- rename_column notes.Text text
ALTER TABLE "notes" RENAME COLUMN "text" TO "Text";
-- rename_column lessons.name label
ALTER TABLE "lessons" RENAME COLUMN "label" TO "name";
-- rename_column events.title headline
ALTER TABLE "events" RENAME COLUMN "headline" TO "title";

-- 1 lessons with rows, and what is asked of them
-- create_view busy_events
DROP VIEW "busy_events";
-- create_view event_minutes
DROP VIEW "event_minutes";
-- create_view open_lessons
DROP VIEW "open_lessons";
-- create_view texts
DROP VIEW "texts";
-- create_table notes
DROP TABLE "notes";
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";
-- create_enumeration level
DROP TYPE "level";

