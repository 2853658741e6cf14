-- 6 an enumeration

-- 5 they go
-- create_trigger halls.rooms_named
DROP TRIGGER "rooms_named";
-- drop_trigger lessons_counted
CREATE TRIGGER lessons_counted AFTER INSERT ON lessons BEGIN
  UPDATE events SET lessons = lessons + CASE WHEN new.level = 'hard' THEN 2 ELSE 1 END WHERE id = new.event_id;
  SELECT n FROM busy;
END;

-- 4 another text, then other arguments

-- 3 a view steps aside, a label comes (rebuilds)
-- add_value level.absurd
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
-- rename_table rooms halls
PRAGMA legacy_alter_table=OFF;
DROP TRIGGER "lessons_counted";
DROP VIEW "busy";
ALTER TABLE "halls" RENAME TO "rooms";
CREATE VIEW "busy" ("n") AS SELECT count(*) AS n FROM rooms;
CREATE TRIGGER lessons_counted AFTER INSERT ON lessons BEGIN
  UPDATE events SET lessons = lessons + CASE WHEN new.level = 'hard' THEN 2 ELSE 1 END WHERE id = new.event_id;
  SELECT n FROM busy;
END;
PRAGMA legacy_alter_table=ON;
-- keep rooms
CREATE TABLE "_schema_new_rooms" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "rooms_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_rooms" ("id") SELECT "id" FROM "rooms";
DROP TABLE "rooms";
ALTER TABLE "_schema_new_rooms" RENAME TO "rooms";
-- restore rooms

-- 2 the table is built anew on SQLite (rebuilds)
-- data update events
UPDATE events SET lessons = lessons - 1;
-- data insert lessons
DELETE FROM lessons WHERE id = 3;
-- add_constraint lessons.lessons_of_one
DROP TRIGGER "lessons_counted";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "level" TEXT NOT NULL CHECK ("level" IN ('easy', 'hard')),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "level") SELECT "id", "event_id", "level" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
-- restore lessons
CREATE TRIGGER lessons_counted AFTER INSERT ON lessons BEGIN
  UPDATE events SET lessons = lessons + CASE WHEN new.level = 'hard' THEN 2 ELSE 1 END WHERE id = new.event_id;
  SELECT n FROM busy;
END;

-- 1 lessons are counted
-- create_trigger lessons.lessons_counted
DROP TRIGGER "lessons_counted";
-- create_view busy
DROP VIEW "busy";
-- create_table rooms
DROP TABLE "rooms";
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

