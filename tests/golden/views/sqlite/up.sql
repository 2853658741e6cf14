-- 1 lessons with rows, and what is asked of them
-- create_table events
CREATE TABLE "events" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  CONSTRAINT "events_pkey" PRIMARY KEY ("id")
) STRICT;
-- create_table lessons
CREATE TABLE "lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "name" TEXT NOT NULL,
  "level" TEXT NOT NULL CHECK ("level" IN ('easy', 'hard')),
  "is_open" INTEGER NOT NULL CHECK ("is_open" IN (0, 1)),
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id")
) STRICT;
-- create_table notes
CREATE TABLE "notes" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "Text" TEXT NOT NULL,
  CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
) STRICT;
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

-- 2 all that they name is renamed (rebuilds)
-- rename_column events.title headline
PRAGMA legacy_alter_table=OFF;
DROP VIEW "busy_events";
DROP VIEW "open_lessons";
ALTER TABLE "events" RENAME COLUMN "title" TO "headline";
CREATE VIEW "open_lessons" ("id", "event", "name", "level") AS SELECT lessons.id, e."headline" AS event, lessons.name, level FROM lessons JOIN events AS e ON e.id = lessons.event_id WHERE is_open = true;
CREATE VIEW "busy_events" ("title", "minutes") AS WITH named AS (SELECT id, "headline" AS title FROM events) SELECT named.title, m.minutes FROM named JOIN event_minutes AS m ON m.event_id = named.id WHERE m.lessons > 1 ORDER BY named.title;
PRAGMA legacy_alter_table=ON;
-- rename_column lessons.name label
PRAGMA legacy_alter_table=OFF;
DROP VIEW "busy_events";
DROP VIEW "event_minutes";
DROP VIEW "open_lessons";
ALTER TABLE "lessons" RENAME COLUMN "name" TO "label";
CREATE VIEW "open_lessons" ("id", "event", "name", "level") AS SELECT lessons.id, e."headline" AS event, lessons."label" AS name, level FROM lessons JOIN events AS e ON e.id = lessons.event_id WHERE is_open = true;
CREATE VIEW "event_minutes" ("event_id", "minutes", "lessons") AS SELECT l.event_id, sum(l.minutes) AS minutes, count(*) AS lessons FROM lessons AS l GROUP BY l.event_id;
CREATE VIEW "busy_events" ("title", "minutes") AS WITH named AS (SELECT id, "headline" AS title FROM events) SELECT named.title, m.minutes FROM named JOIN event_minutes AS m ON m.event_id = named.id WHERE m.lessons > 1 ORDER BY named.title;
PRAGMA legacy_alter_table=ON;
-- rename_column notes.Text text
PRAGMA legacy_alter_table=OFF;
DROP VIEW "texts";
ALTER TABLE "notes" RENAME COLUMN "Text" TO "text";
CREATE VIEW "texts" ("id", "Text") AS SELECT n.id, n."text" AS "Text" FROM notes AS n;
PRAGMA legacy_alter_table=ON;
-- rename_table lessons units
PRAGMA legacy_alter_table=OFF;
DROP VIEW "busy_events";
DROP VIEW "event_minutes";
DROP VIEW "open_lessons";
ALTER TABLE "lessons" RENAME TO "units";
CREATE VIEW "open_lessons" ("id", "event", "name", "level") AS SELECT lessons.id, e."headline" AS event, lessons."label" AS name, level FROM "units" AS lessons JOIN events AS e ON e.id = lessons.event_id WHERE is_open = true;
CREATE VIEW "event_minutes" ("event_id", "minutes", "lessons") AS SELECT l.event_id, sum(l.minutes) AS minutes, count(*) AS lessons FROM "units" AS l GROUP BY l.event_id;
CREATE VIEW "busy_events" ("title", "minutes") AS WITH named AS (SELECT id, "headline" AS title FROM events) SELECT named.title, m.minutes FROM named JOIN event_minutes AS m ON m.event_id = named.id WHERE m.lessons > 1 ORDER BY named.title;
PRAGMA legacy_alter_table=ON;
-- keep units
CREATE TABLE "_schema_new_units" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "label" TEXT NOT NULL,
  "level" TEXT NOT NULL CHECK ("level" IN ('easy', 'hard')),
  "is_open" INTEGER NOT NULL CHECK ("is_open" IN (0, 1)),
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "units_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "units_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id")
) STRICT;
INSERT INTO "_schema_new_units" ("id", "event_id", "label", "level", "is_open", "minutes") SELECT "id", "event_id", "label", "level", "is_open", "minutes" FROM "units";
DROP TABLE "units";
ALTER TABLE "_schema_new_units" RENAME TO "units";
-- restore units

-- 3 one more column, another query
-- replace_view open_lessons
DROP VIEW "open_lessons";
CREATE VIEW "open_lessons" ("id", "event", "name", "level", "minutes") AS SELECT units.id, e.headline AS event, units.label AS name, level, minutes FROM units JOIN events AS e ON e.id = units.event_id WHERE is_open = true;
-- replace_view busy_events
DROP VIEW "busy_events";
CREATE VIEW "busy_events" ("headline", "id") AS SELECT e.headline, e.id FROM events AS e WHERE e.id > 1;

-- 4 a label more, and a table built anew on SQLite (rebuilds)
-- add_value level.absurd
-- keep units
CREATE TABLE "_schema_new_units" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "label" TEXT NOT NULL,
  "level" TEXT NOT NULL CHECK ("level" IN ('easy', 'hard', 'absurd')),
  "is_open" INTEGER NOT NULL CHECK ("is_open" IN (0, 1)),
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "units_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "units_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id")
) STRICT;
INSERT INTO "_schema_new_units" ("id", "event_id", "label", "level", "is_open", "minutes") SELECT "id", "event_id", "label", "level", "is_open", "minutes" FROM "units";
DROP TABLE "units";
ALTER TABLE "_schema_new_units" RENAME TO "units";
-- restore units
-- add_constraint units.units_long
-- keep units
CREATE TABLE "_schema_new_units" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "label" TEXT NOT NULL,
  "level" TEXT NOT NULL CHECK ("level" IN ('easy', 'hard', 'absurd')),
  "is_open" INTEGER NOT NULL CHECK ("is_open" IN (0, 1)),
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "units_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "units_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id"),
  CONSTRAINT "units_long" CHECK ("minutes" > 0)
) STRICT;
INSERT INTO "_schema_new_units" ("id", "event_id", "label", "level", "is_open", "minutes") SELECT "id", "event_id", "label", "level", "is_open", "minutes" FROM "units";
DROP TABLE "units";
ALTER TABLE "_schema_new_units" RENAME TO "units";
-- restore units

-- 5 they go
-- drop_view busy_events
DROP VIEW "busy_events";
-- drop_view event_minutes
DROP VIEW "event_minutes";
-- drop_view open_lessons
DROP VIEW "open_lessons";
-- drop_view texts
DROP VIEW "texts";

