-- 1 lessons are counted
-- create_table events
CREATE TABLE "events" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "lessons" INTEGER NOT NULL DEFAULT 0 CHECK ("lessons" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "events_pkey" PRIMARY KEY ("id")
) STRICT;
-- create_table lessons
CREATE TABLE "lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "level" TEXT NOT NULL CHECK ("level" IN ('easy', 'hard')),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
) STRICT;
-- create_table rooms
CREATE TABLE "rooms" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "rooms_pkey" PRIMARY KEY ("id")
) STRICT;
-- create_view busy
CREATE VIEW "busy" ("n") AS SELECT count(*) AS n FROM rooms;
-- data insert events
INSERT INTO events (id) VALUES (1);
-- create_trigger lessons.lessons_counted
CREATE TRIGGER lessons_counted AFTER INSERT ON lessons BEGIN
  UPDATE events SET lessons = lessons + CASE WHEN new.level = 'hard' THEN 2 ELSE 1 END WHERE id = new.event_id;
  SELECT n FROM busy;
END;
-- data insert lessons
INSERT INTO lessons (id, event_id, level) VALUES (1, 1, 'easy'), (2, 1, 'hard');

-- 2 the table is built anew on SQLite (rebuilds)
-- add_constraint lessons.lessons_of_one
DROP TRIGGER "lessons_counted";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "level" TEXT NOT NULL CHECK ("level" IN ('easy', 'hard')),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_of_one" CHECK ("event_id" > 0)
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "level") SELECT "id", "event_id", "level" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
-- restore lessons
CREATE TRIGGER lessons_counted AFTER INSERT ON lessons BEGIN
  UPDATE events SET lessons = lessons + CASE WHEN new.level = 'hard' THEN 2 ELSE 1 END WHERE id = new.event_id;
  SELECT n FROM busy;
END;
-- data insert lessons
INSERT INTO lessons (id, event_id, level) VALUES (3, 1, 'easy');
-- data update events
UPDATE events SET lessons = lessons;

-- 3 a view steps aside, a label comes (rebuilds)
-- rename_table rooms halls
PRAGMA legacy_alter_table=OFF;
DROP TRIGGER "lessons_counted";
DROP VIEW "busy";
ALTER TABLE "rooms" RENAME TO "halls";
CREATE VIEW "busy" ("n") AS SELECT count(*) AS n FROM "halls" AS rooms;
CREATE TRIGGER lessons_counted AFTER INSERT ON lessons BEGIN
  UPDATE events SET lessons = lessons + CASE WHEN new.level = 'hard' THEN 2 ELSE 1 END WHERE id = new.event_id;
  SELECT n FROM busy;
END;
PRAGMA legacy_alter_table=ON;
-- keep halls
CREATE TABLE "_schema_new_halls" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "halls_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_halls" ("id") SELECT "id" FROM "halls";
DROP TABLE "halls";
ALTER TABLE "_schema_new_halls" RENAME TO "halls";
-- restore halls
-- add_value level.absurd
DROP TRIGGER "lessons_counted";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "level" TEXT NOT NULL CHECK ("level" IN ('easy', 'hard', 'absurd')),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_of_one" CHECK ("event_id" > 0)
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "level") SELECT "id", "event_id", "level" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
-- restore lessons
CREATE TRIGGER lessons_counted AFTER INSERT ON lessons BEGIN
  UPDATE events SET lessons = lessons + CASE WHEN new.level = 'hard' THEN 2 ELSE 1 END WHERE id = new.event_id;
  SELECT n FROM busy;
END;

-- 4 another text, then other arguments

-- 5 they go
-- drop_trigger lessons_counted
DROP TRIGGER "lessons_counted";
-- create_trigger halls.rooms_named
CREATE TRIGGER rooms_named AFTER INSERT ON halls BEGIN SELECT 1; END;

-- 6 an enumeration

