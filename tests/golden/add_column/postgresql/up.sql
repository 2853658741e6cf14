-- 1 tables with rows
-- create_table events
CREATE TABLE "events" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);
-- create_table lessons
CREATE TABLE "lessons" (
  "id" integer NOT NULL,
  "event_id" integer NOT NULL,
  "title" text NOT NULL,
  "minutes" integer NOT NULL,
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE,
  CONSTRAINT "lessons_minutes_check" CHECK ("minutes" >= 0)
);
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");
-- data insert events
INSERT INTO events (id, name) VALUES (1, 'Launch'), (2, 'Autumn');
-- data insert lessons
INSERT INTO lessons (id, event_id, title, minutes) VALUES (1, 1, 'First', 10), (2, 1, 'Second', 20), (3, 2, 'Other', 30);

-- 2 more of lessons
-- add_column lessons.summary
ALTER TABLE "lessons" ADD COLUMN "summary" text NOT NULL DEFAULT 'none yet';
-- add_column lessons.length
ALTER TABLE "lessons" ADD COLUMN "length" integer;
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_length_check" CHECK ("length" > 0);
-- add_column lessons.after_id
ALTER TABLE "lessons" ADD COLUMN "after_id" integer;
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_after_id_fkey" FOREIGN KEY ("after_id") REFERENCES "lessons" ("id");

