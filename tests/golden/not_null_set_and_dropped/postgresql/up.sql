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

-- 2 minutes are optional
-- alter_column lessons.minutes
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "_schema_not_null";
ALTER TABLE "lessons" ALTER COLUMN "minutes" DROP NOT NULL;

-- 3 or not
-- alter_column lessons.minutes
-- after an interruption, a transaction of its own:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "_schema_not_null";
-- a transaction of its own:
ALTER TABLE "lessons" ADD CONSTRAINT "_schema_not_null" CHECK ("minutes" IS NOT NULL) NOT VALID;
-- a transaction of its own:
ALTER TABLE "lessons" VALIDATE CONSTRAINT "_schema_not_null";
ALTER TABLE "lessons" ALTER COLUMN "minutes" SET NOT NULL;
ALTER TABLE "lessons" DROP CONSTRAINT "_schema_not_null";

