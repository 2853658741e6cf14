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

-- 2 indexes
-- create_index lessons_event_id_title_idx
CREATE INDEX "lessons_event_id_title_idx" ON "lessons" ("event_id", "title" DESC);
-- create_index lessons_lower_idx
CREATE UNIQUE INDEX "lessons_lower_idx" ON "lessons" ((lower("title")));
-- create_index lessons_long
CREATE INDEX "lessons_long" ON "lessons" ("event_id") WHERE "minutes" >= 20;

-- 3 fewer
-- drop_index lessons_long
DROP INDEX "lessons_long";
-- drop_index lessons_event_id_title_idx
DROP INDEX "lessons_event_id_title_idx";

