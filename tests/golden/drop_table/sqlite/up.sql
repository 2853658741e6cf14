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

-- 2 no lessons
-- data delete lessons
DELETE FROM lessons;
-- drop_table lessons
DROP TABLE "lessons";

