-- 3 none again (rebuilds)
-- drop_constraint lessons.lessons_event_id_fkey
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_title_key" UNIQUE ("event_id", "title"),
  CONSTRAINT "lessons_title_check" CHECK (length("title") > 0),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title") SELECT "id", "event_id", "title" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
-- restore lessons

-- 2 constraints (rebuilds)
-- add_constraint lessons.lessons_pkey
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INTEGER NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title") SELECT "id", "event_id", "title" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
-- restore lessons
-- add_constraint events.events_pkey
-- keep events
CREATE TABLE "_schema_new_events" (
  "id" INTEGER NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "name" TEXT NOT NULL
) STRICT;
INSERT INTO "_schema_new_events" ("id", "name") SELECT "id", "name" FROM "events";
DROP TABLE "events";
ALTER TABLE "_schema_new_events" RENAME TO "events";
-- restore events

-- 1 a table without any
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

