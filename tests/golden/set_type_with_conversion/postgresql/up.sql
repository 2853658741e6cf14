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

-- 2 seconds, flags, labels
-- create_enumeration size
CREATE TYPE "size" AS ENUM ('short', 'long');
-- add_column lessons.size
ALTER TABLE "lessons" ADD COLUMN "size" text NOT NULL DEFAULT 'short';
-- add_column lessons.state
ALTER TABLE "lessons" ADD COLUMN "state" smallint NOT NULL DEFAULT 1;

-- 3 conversions
-- alter_column lessons.minutes
ALTER TABLE "lessons" ALTER COLUMN "minutes" TYPE bigint USING ("minutes" * 60);
-- alter_column lessons.state
ALTER TABLE "lessons" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "lessons" ALTER COLUMN "state" TYPE boolean USING ("state" <> 0);
ALTER TABLE "lessons" ALTER COLUMN "state" SET DEFAULT TRUE;
-- alter_column lessons.size
ALTER TABLE "lessons" ALTER COLUMN "size" DROP DEFAULT;
ALTER TABLE "lessons" ALTER COLUMN "size" TYPE "size" USING (lower("size"))::text::"size";
ALTER TABLE "lessons" ALTER COLUMN "size" SET DEFAULT 'long';

