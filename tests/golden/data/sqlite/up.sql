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

-- 2 stamps
-- add_column lessons.changed_at
ALTER TABLE "lessons" ADD COLUMN "changed_at" TEXT CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', "changed_at", '+0 days') IS "changed_at");
-- data update lessons
UPDATE lessons SET changed_at = strftime('%Y-%m-%dT%H:%M:%fZ','now'), title = trim(title) WHERE title GLOB 'F*' AND TRUE;
-- data insert lessons
INSERT INTO lessons (id, event_id, title, minutes, changed_at) SELECT id + 100, event_id, title, minutes, strftime('%Y-%m-%dT%H:%M:%fZ','now') FROM lessons WHERE minutes IS DISTINCT FROM 10;

