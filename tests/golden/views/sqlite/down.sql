-- 5 they go
-- drop_view texts
CREATE VIEW "texts" ("id", "Text") AS SELECT n.id, n."text" AS "Text" FROM notes AS n;
-- drop_view open_lessons
CREATE VIEW "open_lessons" ("id", "event", "name", "level", "minutes") AS SELECT units.id, e.headline AS event, units.label AS name, level, minutes FROM units JOIN events AS e ON e.id = units.event_id WHERE is_open = true;
-- drop_view event_minutes
CREATE VIEW "event_minutes" ("event_id", "minutes", "lessons") AS SELECT l.event_id, sum(l.minutes) AS minutes, count(*) AS lessons FROM "units" AS l GROUP BY l.event_id;
-- drop_view busy_events
CREATE VIEW "busy_events" ("headline", "id") AS SELECT e.headline, e.id FROM events AS e WHERE e.id > 1;

-- 4 a label more, and a table built anew on SQLite (rebuilds)
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
  CONSTRAINT "units_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id")
) STRICT;
INSERT INTO "_schema_new_units" ("id", "event_id", "label", "level", "is_open", "minutes") SELECT "id", "event_id", "label", "level", "is_open", "minutes" FROM "units";
DROP TABLE "units";
ALTER TABLE "_schema_new_units" RENAME TO "units";
-- restore units
-- add_value level.absurd
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
-- replace_view busy_events
DROP VIEW "busy_events";
CREATE VIEW "busy_events" ("title", "minutes") AS WITH named AS (SELECT id, "headline" AS title FROM events) SELECT named.title, m.minutes FROM named JOIN event_minutes AS m ON m.event_id = named.id WHERE m.lessons > 1 ORDER BY named.title;
-- replace_view open_lessons
DROP VIEW "open_lessons";
CREATE VIEW "open_lessons" ("id", "event", "name", "level") AS SELECT lessons.id, e."headline" AS event, lessons."label" AS name, level FROM "units" AS lessons JOIN events AS e ON e.id = lessons.event_id WHERE is_open = true;

-- 2 all that they name is renamed (rebuilds)
-- rename_table lessons units
PRAGMA legacy_alter_table=OFF;
DROP VIEW "busy_events";
DROP VIEW "event_minutes";
DROP VIEW "open_lessons";
ALTER TABLE "units" RENAME TO "lessons";
CREATE VIEW "open_lessons" ("id", "event", "name", "level") AS SELECT lessons.id, e."headline" AS event, lessons."label" AS name, level FROM lessons JOIN events AS e ON e.id = lessons.event_id WHERE is_open = true;
CREATE VIEW "event_minutes" ("event_id", "minutes", "lessons") AS SELECT l.event_id, sum(l.minutes) AS minutes, count(*) AS lessons FROM lessons AS l GROUP BY l.event_id;
CREATE VIEW "busy_events" ("title", "minutes") AS WITH named AS (SELECT id, "headline" AS title FROM events) SELECT named.title, m.minutes FROM named JOIN event_minutes AS m ON m.event_id = named.id WHERE m.lessons > 1 ORDER BY named.title;
PRAGMA legacy_alter_table=ON;
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "label" TEXT NOT NULL,
  "level" TEXT NOT NULL CHECK ("level" IN ('easy', 'hard')),
  "is_open" INTEGER NOT NULL CHECK ("is_open" IN (0, 1)),
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id")
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "label", "level", "is_open", "minutes") SELECT "id", "event_id", "label", "level", "is_open", "minutes" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
-- restore lessons
-- rename_column notes.Text text
PRAGMA legacy_alter_table=OFF;
DROP VIEW "texts";
ALTER TABLE "notes" RENAME COLUMN "text" TO "Text";
CREATE VIEW "texts" ("id", "Text") AS SELECT n.id, n."Text" FROM notes AS n;
PRAGMA legacy_alter_table=ON;
-- rename_column lessons.name label
PRAGMA legacy_alter_table=OFF;
DROP VIEW "busy_events";
DROP VIEW "event_minutes";
DROP VIEW "open_lessons";
ALTER TABLE "lessons" RENAME COLUMN "label" TO "name";
CREATE VIEW "open_lessons" ("id", "event", "name", "level") AS SELECT lessons.id, e."headline" AS event, lessons.name, level FROM lessons JOIN events AS e ON e.id = lessons.event_id WHERE is_open = true;
CREATE VIEW "event_minutes" ("event_id", "minutes", "lessons") AS SELECT l.event_id, sum(l.minutes) AS minutes, count(*) AS lessons FROM lessons AS l GROUP BY l.event_id;
CREATE VIEW "busy_events" ("title", "minutes") AS WITH named AS (SELECT id, "headline" AS title FROM events) SELECT named.title, m.minutes FROM named JOIN event_minutes AS m ON m.event_id = named.id WHERE m.lessons > 1 ORDER BY named.title;
PRAGMA legacy_alter_table=ON;
-- rename_column events.title headline
PRAGMA legacy_alter_table=OFF;
DROP VIEW "busy_events";
DROP VIEW "open_lessons";
ALTER TABLE "events" RENAME COLUMN "headline" TO "title";
CREATE VIEW "open_lessons" ("id", "event", "name", "level") AS SELECT lessons.id, e.title AS event, lessons.name, level FROM lessons JOIN events AS e ON e.id = lessons.event_id WHERE is_open = true;
CREATE VIEW "busy_events" ("title", "minutes") AS WITH named AS (SELECT id, title FROM events) SELECT named.title, m.minutes FROM named JOIN event_minutes AS m ON m.event_id = named.id WHERE m.lessons > 1 ORDER BY named.title;
PRAGMA legacy_alter_table=ON;

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

