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

-- 2 lessons in order
-- drop_index lessons_title_idx
DROP INDEX "lessons_title_idx";
-- add_constraint lessons.lessons_event_id_title_key
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_event_id_title_key" UNIQUE ("event_id", "title");
-- rename_column lessons.minutes length
ALTER TABLE "lessons" RENAME COLUMN "minutes" TO "length";
ALTER TABLE "lessons" RENAME CONSTRAINT "lessons_minutes_check" TO "lessons_length_check";
-- alter_column lessons.length
ALTER TABLE "lessons" ALTER COLUMN "length" SET DEFAULT 45;
-- alter_column lessons.length
ALTER TABLE "lessons" ALTER COLUMN "length" DROP DEFAULT;
ALTER TABLE "lessons" ALTER COLUMN "length" TYPE bigint USING ("length" * 60);
ALTER TABLE "lessons" ALTER COLUMN "length" SET DEFAULT 45;
-- create_index lessons_length_idx
CREATE INDEX "lessons_length_idx" ON "lessons" ("length");
-- alter_column events.name
ALTER TABLE "events" ALTER COLUMN "name" SET DEFAULT '';

