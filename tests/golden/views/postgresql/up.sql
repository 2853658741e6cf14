-- 1 lessons with rows, and what is asked of them
-- create_enumeration level
CREATE TYPE "level" AS ENUM ('easy', 'hard');
-- create_table events
CREATE TABLE "events" (
  "id" integer NOT NULL,
  "title" text NOT NULL,
  CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);
-- create_table lessons
CREATE TABLE "lessons" (
  "id" integer NOT NULL,
  "event_id" integer NOT NULL,
  "name" text NOT NULL,
  "level" "level" NOT NULL,
  "is_open" boolean NOT NULL,
  "minutes" integer NOT NULL,
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id")
);
-- create_table notes
CREATE TABLE "notes" (
  "id" integer NOT NULL,
  "Text" text NOT NULL,
  CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);
-- create_view texts
CREATE VIEW "texts" ("id", "Text") AS SELECT n.id, n."Text" FROM notes AS n;
-- data insert notes
INSERT INTO notes (id, "Text") VALUES (1, 'kept');
-- data insert events
INSERT INTO events (id, title) VALUES (1, 'Launch'), (2, 'Autumn');
-- data insert lessons
INSERT INTO lessons (id, event_id, name, level, is_open, minutes) VALUES (1, 1, 'First', 'easy', true, 10), (2, 1, 'Second', 'hard', false, 20), (3, 2, 'Other', 'hard', true, 30);
-- create_view open_lessons
CREATE VIEW "open_lessons" ("id", "event", "name", "level") AS SELECT lessons.id, e.title AS event, lessons.name, level FROM lessons JOIN events AS e ON e.id = lessons.event_id WHERE is_open = true;
-- create_view event_minutes
CREATE VIEW "event_minutes" ("event_id", "minutes", "lessons") AS SELECT l.event_id, sum(l.minutes) AS minutes, count(*) AS lessons FROM lessons AS l GROUP BY l.event_id;
-- create_view busy_events
CREATE VIEW "busy_events" ("title", "minutes") AS WITH named AS (SELECT id, title FROM events) SELECT named.title, m.minutes FROM named JOIN event_minutes AS m ON m.event_id = named.id WHERE m.lessons > 1 ORDER BY named.title;

-- 2 all that they name is renamed
-- rename_column events.title headline
ALTER TABLE "events" RENAME COLUMN "title" TO "headline";
-- rename_column lessons.name label
ALTER TABLE "lessons" RENAME COLUMN "name" TO "label";
-- rename_column notes.Text text
ALTER TABLE "notes" RENAME COLUMN "Text" TO "text";
-- rename_table lessons units
ALTER TABLE "lessons" RENAME TO "units";
ALTER TABLE "units" RENAME CONSTRAINT "lessons_pkey" TO "units_pkey";
ALTER TABLE "units" RENAME CONSTRAINT "lessons_event_id_fkey" TO "units_event_id_fkey";

-- 3 one more column, another query
-- replace_view open_lessons
CREATE OR REPLACE VIEW "open_lessons" ("id", "event", "name", "level", "minutes") AS SELECT units.id, e.headline AS event, units.label AS name, level, minutes FROM units JOIN events AS e ON e.id = units.event_id WHERE is_open = true;
-- replace_view busy_events
DROP VIEW "busy_events";
CREATE VIEW "busy_events" ("headline", "id") AS SELECT e.headline, e.id FROM events AS e WHERE e.id > 1;

-- 4 a label more, and a table built anew on SQLite
-- add_value level.absurd
ALTER TYPE "level" ADD VALUE 'absurd';
-- add_constraint units.units_long
ALTER TABLE "units" ADD CONSTRAINT "units_long" CHECK ("minutes" > 0);

-- 5 they go
-- drop_view busy_events
DROP VIEW "busy_events";
-- drop_view event_minutes
DROP VIEW "event_minutes";
-- drop_view open_lessons
DROP VIEW "open_lessons";
-- drop_view texts
DROP VIEW "texts";

