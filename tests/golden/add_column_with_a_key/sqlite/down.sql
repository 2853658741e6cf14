-- 2 slugs (rebuilds)
-- add_column lessons.first_id
DROP INDEX "lessons_title_idx";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  "slug" TEXT,
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE,
  CONSTRAINT "lessons_minutes_check" CHECK ("minutes" >= 0),
  CONSTRAINT "lessons_slug_key" UNIQUE ("slug")
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes", "slug") SELECT "id", "event_id", "title", "minutes", "slug" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");
-- restore lessons
-- add_column lessons.slug
DROP INDEX "lessons_title_idx";
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
-- restore lessons

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

