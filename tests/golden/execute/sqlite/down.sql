-- 3 after it (rebuilds)
-- rename_column lessons.minutes length
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "lessons" RENAME COLUMN "length" TO "minutes";
PRAGMA legacy_alter_table=ON;
DROP INDEX "lessons_title_idx";
DROP INDEX "lessons_by_hash";
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
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes") SELECT "id", "event_id", "title", "minutes" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");
CREATE INDEX "lessons_by_hash" ON "lessons" ("title");
-- restore lessons

-- 2 by hand
-- execute
DROP INDEX lessons_by_hash;

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

