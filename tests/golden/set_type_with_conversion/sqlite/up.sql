-- 1 tables with rows
-- create_table events
CREATE TABLE "events" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "name" TEXT NOT NULL,
  CONSTRAINT "events_pkey" PRIMARY KEY ("id")
) STRICT;
-- create_table lessons
CREATE TABLE "lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE,
  CONSTRAINT "lessons_minutes_check" CHECK ("minutes" >= 0)
) STRICT;
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");
-- data insert events
INSERT INTO events (id, name) VALUES (1, 'Launch'), (2, 'Autumn');
-- data insert lessons
INSERT INTO lessons (id, event_id, title, minutes) VALUES (1, 1, 'First', 10), (2, 1, 'Second', 20), (3, 2, 'Other', 30);

-- 2 seconds, flags, labels
-- add_column lessons.size
ALTER TABLE "lessons" ADD COLUMN "size" TEXT NOT NULL DEFAULT 'short';
-- add_column lessons.state
ALTER TABLE "lessons" ADD COLUMN "state" INTEGER NOT NULL DEFAULT 1 CHECK ("state" BETWEEN -32768 AND 32767);

-- 3 conversions (rebuilds)
-- alter_column lessons.minutes
DROP INDEX "lessons_title_idx";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "size" TEXT NOT NULL DEFAULT 'short',
  "state" INTEGER NOT NULL DEFAULT 1 CHECK ("state" BETWEEN -32768 AND 32767),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE,
  CONSTRAINT "lessons_minutes_check" CHECK ("minutes" >= 0)
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes", "size", "state") SELECT "id", "event_id", "title", "minutes" * 60, "size", "state" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");
-- restore lessons
-- alter_column lessons.state
DROP INDEX "lessons_title_idx";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "size" TEXT NOT NULL DEFAULT 'short',
  "state" INTEGER NOT NULL DEFAULT 1 CHECK ("state" IN (0, 1)),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE,
  CONSTRAINT "lessons_minutes_check" CHECK ("minutes" >= 0)
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes", "size", "state") SELECT "id", "event_id", "title", "minutes", "size", "state" <> 0 FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");
-- restore lessons
-- alter_column lessons.size
DROP INDEX "lessons_title_idx";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "size" TEXT NOT NULL DEFAULT 'long' CHECK ("size" IN ('short', 'long')),
  "state" INTEGER NOT NULL DEFAULT 1 CHECK ("state" IN (0, 1)),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE,
  CONSTRAINT "lessons_minutes_check" CHECK ("minutes" >= 0)
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes", "size", "state") SELECT "id", "event_id", "title", "minutes", lower("size"), "state" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");
-- restore lessons

