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

-- 2 lessons in order (rebuilds)
-- rename_column lessons.minutes length
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "lessons" RENAME COLUMN "minutes" TO "length";
PRAGMA legacy_alter_table=ON;
-- create_index lessons_length_idx
DROP INDEX "lessons_title_idx";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "length" INTEGER NOT NULL DEFAULT 45,
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE,
  CONSTRAINT "lessons_length_check" CHECK ("length" >= 0),
  CONSTRAINT "lessons_event_id_title_key" UNIQUE ("event_id", "title")
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "length") SELECT "id", "event_id", "title", "length" * 60 FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_length_idx" ON "lessons" ("length");
-- restore lessons
-- alter_column events.name
-- keep events
CREATE TABLE "_schema_new_events" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "name" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "events_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_events" ("id", "name") SELECT "id", "name" FROM "events";
DROP TABLE "events";
ALTER TABLE "_schema_new_events" RENAME TO "events";
-- restore events

