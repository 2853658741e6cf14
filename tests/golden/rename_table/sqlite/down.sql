-- 2 events are launches (rebuilds)
-- rename_table lessons units
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "units" RENAME TO "lessons";
PRAGMA legacy_alter_table=ON;
DROP INDEX "units_title_idx";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "launches" ("id") ON DELETE CASCADE,
  CONSTRAINT "lessons_minutes_check" CHECK ("minutes" >= 0)
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes") SELECT "id", "event_id", "title", "minutes" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");
-- restore lessons
-- rename_table events launches
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "launches" RENAME TO "events";
PRAGMA legacy_alter_table=ON;
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

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

