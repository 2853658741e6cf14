-- 2 lessons in order (rebuilds)
-- alter_column events.name
-- keep events
CREATE TABLE "_schema_new_events" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "name" TEXT NOT NULL,
  CONSTRAINT "events_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_events" ("id", "name") SELECT "id", "name" FROM "events";
DROP TABLE "events";
ALTER TABLE "_schema_new_events" RENAME TO "events";
-- restore events
-- rename_column lessons.minutes length
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "lessons" RENAME COLUMN "length" TO "minutes";
PRAGMA legacy_alter_table=ON;
-- drop_index lessons_title_idx
DROP INDEX "lessons_length_idx";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE,
  CONSTRAINT "lessons_minutes_check" CHECK ("minutes" >= 0)
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes") SELECT "id", "event_id", "title", "minutes" / 60 FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");
-- restore lessons

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

