-- 1 tables with rows
-- create_table events
CREATE TABLE "events" (
  "id" integer NOT NULL,
  "name" text NOT NULL
);
-- create_table lessons
CREATE TABLE "lessons" (
  "id" integer NOT NULL,
  "event_id" integer NOT NULL,
  "title" text NOT NULL,
  "minutes" integer,
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
);
-- data insert events
INSERT INTO events (id, name) VALUES (1, 'Launch'), (2, 'Autumn');
-- data insert lessons
INSERT INTO lessons (id, event_id, title, minutes) VALUES (1, 1, 'First', 10), (2, 1, 'Second', 20), (3, 2, 'Other', 30);

-- 2 an index
-- create_index lessons_event_id_title_idx
-- after an interruption:
DROP INDEX IF EXISTS "lessons_event_id_title_idx";
CREATE INDEX "lessons_event_id_title_idx" ON "lessons" ("event_id", "title" DESC);

-- 3 a unique one
-- create_index lessons "long"
-- after an interruption:
DROP INDEX IF EXISTS "lessons ""long""";
CREATE UNIQUE INDEX "lessons ""long""" ON "lessons" ((lower("title"))) WHERE "minutes" > 15;

-- 4 a check
-- add_constraint lessons.lessons_title_check
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "lessons_title_check";
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_title_check" CHECK (length("title") > 0);

-- 5 a primary key
-- add_constraint events.events_pkey
-- after an interruption:
DROP INDEX IF EXISTS "events_pkey";
ALTER TABLE "events" ADD CONSTRAINT "events_pkey" PRIMARY KEY ("id");

-- 6 a unique key
-- add_constraint events.events_name_id_key
-- after an interruption:
DROP INDEX IF EXISTS "events_name_id_key";
ALTER TABLE "events" ADD CONSTRAINT "events_name_id_key" UNIQUE ("name", "id");

-- 7 a foreign key
-- add_constraint lessons.lessons_event_id_fkey
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "lessons_event_id_fkey";
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE;

-- 8 not null
-- alter_column lessons.minutes
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "_schema_not_null";
ALTER TABLE "lessons" ALTER COLUMN "minutes" SET NOT NULL;

-- 9 assumed safe
-- create_index events_name_idx
-- after an interruption:
DROP INDEX IF EXISTS "events_name_idx";
CREATE INDEX "events_name_idx" ON "events" ("name");

-- 10 null
-- alter_column lessons.minutes
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "_schema_not_null";
ALTER TABLE "lessons" ALTER COLUMN "minutes" DROP NOT NULL;

-- 11 no foreign key
-- drop_constraint lessons.lessons_event_id_fkey
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "lessons_event_id_fkey";
-- not after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_event_id_fkey";

-- 12 no unique key
-- drop_constraint events.events_name_id_key
-- after an interruption:
DROP INDEX IF EXISTS "events_name_id_key";
-- not after an interruption:
ALTER TABLE "events" DROP CONSTRAINT "events_name_id_key";

-- 13 no primary key
-- drop_constraint events.events_pkey
-- after an interruption:
DROP INDEX IF EXISTS "events_pkey";
-- not after an interruption:
ALTER TABLE "events" DROP CONSTRAINT "events_pkey";

-- 14 no check
-- drop_constraint lessons.lessons_title_check
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "lessons_title_check";
-- not after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_title_check";

-- 15 no unique index
-- drop_index lessons "long"
-- after an interruption:
DROP INDEX IF EXISTS "lessons ""long""";
-- not after an interruption:
DROP INDEX "lessons ""long""";

-- 16 no index
-- drop_index lessons_event_id_title_idx
-- after an interruption:
DROP INDEX IF EXISTS "lessons_event_id_title_idx";
-- not after an interruption:
DROP INDEX "lessons_event_id_title_idx";

-- 17 a default too is a change of its own
-- alter_column lessons.minutes
ALTER TABLE "lessons" ALTER COLUMN "minutes" SET DEFAULT 0;
ALTER TABLE "lessons" ALTER COLUMN "minutes" SET NOT NULL;

