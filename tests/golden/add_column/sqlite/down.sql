-- 2 more of lessons (rebuilds)
-- add_column lessons.after_id
DROP INDEX "lessons_title_idx";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  "summary" TEXT NOT NULL DEFAULT 'none yet',
  "length" INTEGER CHECK ("length" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE,
  CONSTRAINT "lessons_minutes_check" CHECK ("minutes" >= 0),
  CONSTRAINT "lessons_length_check" CHECK ("length" > 0)
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes", "summary", "length") SELECT "id", "event_id", "title", "minutes", "summary", "length" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");
-- restore lessons
-- add_column lessons.length
DROP INDEX "lessons_title_idx";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  "summary" TEXT NOT NULL DEFAULT 'none yet',
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE,
  CONSTRAINT "lessons_minutes_check" CHECK ("minutes" >= 0)
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes", "summary") SELECT "id", "event_id", "title", "minutes", "summary" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");
-- restore lessons
-- add_column lessons.summary
ALTER TABLE "lessons" DROP COLUMN "summary";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

