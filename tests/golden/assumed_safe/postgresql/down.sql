-- 17 a default too is a change of its own
-- alter_column lessons.minutes
ALTER TABLE "lessons" ALTER COLUMN "minutes" DROP DEFAULT;
ALTER TABLE "lessons" ALTER COLUMN "minutes" DROP NOT NULL;

-- 16 no index
-- drop_index lessons_event_id_title_idx
-- after an interruption:
DROP INDEX IF EXISTS "lessons_event_id_title_idx";
CREATE INDEX "lessons_event_id_title_idx" ON "lessons" ("event_id", "title" DESC);

-- 15 no unique index
-- drop_index lessons "long"
-- after an interruption:
DROP INDEX IF EXISTS "lessons ""long""";
CREATE UNIQUE INDEX "lessons ""long""" ON "lessons" ((lower("title"))) WHERE "minutes" > 15;

-- 14 no check
-- drop_constraint lessons.lessons_title_check
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "lessons_title_check";
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_title_check" CHECK (length("title") > 0);

-- 13 no primary key
-- drop_constraint events.events_pkey
-- after an interruption:
DROP INDEX IF EXISTS "events_pkey";
ALTER TABLE "events" ADD CONSTRAINT "events_pkey" PRIMARY KEY ("id");

-- 12 no unique key
-- drop_constraint events.events_name_id_key
-- after an interruption:
DROP INDEX IF EXISTS "events_name_id_key";
ALTER TABLE "events" ADD CONSTRAINT "events_name_id_key" UNIQUE ("name", "id");

-- 11 no foreign key
-- drop_constraint lessons.lessons_event_id_fkey
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "lessons_event_id_fkey";
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE;

-- 10 null
-- alter_column lessons.minutes
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "_schema_not_null";
ALTER TABLE "lessons" ALTER COLUMN "minutes" SET NOT NULL;

-- 9 assumed safe
-- create_index events_name_idx
-- after an interruption:
DROP INDEX IF EXISTS "events_name_idx";
-- not after an interruption:
DROP INDEX "events_name_idx";

-- 8 not null
-- alter_column lessons.minutes
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "_schema_not_null";
ALTER TABLE "lessons" ALTER COLUMN "minutes" DROP NOT NULL;

-- 7 a foreign key
-- add_constraint lessons.lessons_event_id_fkey
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "lessons_event_id_fkey";
-- not after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_event_id_fkey";

-- 6 a unique key
-- add_constraint events.events_name_id_key
-- after an interruption:
DROP INDEX IF EXISTS "events_name_id_key";
-- not after an interruption:
ALTER TABLE "events" DROP CONSTRAINT "events_name_id_key";

-- 5 a primary key
-- add_constraint events.events_pkey
-- after an interruption:
DROP INDEX IF EXISTS "events_pkey";
-- not after an interruption:
ALTER TABLE "events" DROP CONSTRAINT "events_pkey";

-- 4 a check
-- add_constraint lessons.lessons_title_check
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "lessons_title_check";
-- not after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT "lessons_title_check";

-- 3 a unique one
-- create_index lessons "long"
-- after an interruption:
DROP INDEX IF EXISTS "lessons ""long""";
-- not after an interruption:
DROP INDEX "lessons ""long""";

-- 2 an index
-- create_index lessons_event_id_title_idx
-- after an interruption:
DROP INDEX IF EXISTS "lessons_event_id_title_idx";
-- not after an interruption:
DROP INDEX "lessons_event_id_title_idx";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

