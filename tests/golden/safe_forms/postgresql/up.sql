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
-- after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY IF EXISTS "lessons_event_id_title_idx";
-- outside of transactions:
CREATE INDEX CONCURRENTLY "lessons_event_id_title_idx" ON "lessons" ("event_id", "title" DESC);

-- 3 a unique one
-- create_index lessons "long"
-- after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY IF EXISTS "lessons ""long""";
-- outside of transactions:
CREATE UNIQUE INDEX CONCURRENTLY "lessons ""long""" ON "lessons" ((lower("title"))) WHERE "minutes" > 15;

-- 4 a check
-- add_constraint lessons.lessons_title_check
-- after an interruption, a transaction of its own:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "lessons_title_check";
-- a transaction of its own:
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_title_check" CHECK (length("title") > 0) NOT VALID;
ALTER TABLE "lessons" VALIDATE CONSTRAINT "lessons_title_check";

-- 5 a primary key
-- add_constraint events.events_pkey
-- after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY IF EXISTS "events_pkey";
-- outside of transactions:
CREATE UNIQUE INDEX CONCURRENTLY "events_pkey" ON "events" ("id");
ALTER TABLE "events" ADD CONSTRAINT "events_pkey" PRIMARY KEY USING INDEX "events_pkey";

-- 6 a unique key
-- add_constraint events.events_name_id_key
-- after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY IF EXISTS "events_name_id_key";
-- outside of transactions:
CREATE UNIQUE INDEX CONCURRENTLY "events_name_id_key" ON "events" ("name", "id");
ALTER TABLE "events" ADD CONSTRAINT "events_name_id_key" UNIQUE USING INDEX "events_name_id_key";

-- 7 a foreign key
-- add_constraint lessons.lessons_event_id_fkey
-- after an interruption, a transaction of its own:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "lessons_event_id_fkey";
-- a transaction of its own:
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE NOT VALID;
ALTER TABLE "lessons" VALIDATE CONSTRAINT "lessons_event_id_fkey";

-- 8 not null
-- alter_column lessons.minutes
-- after an interruption, a transaction of its own:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "_schema_not_null";
-- a transaction of its own:
ALTER TABLE "lessons" ADD CONSTRAINT "_schema_not_null" CHECK ("minutes" IS NOT NULL) NOT VALID;
-- a transaction of its own:
ALTER TABLE "lessons" VALIDATE CONSTRAINT "_schema_not_null";
ALTER TABLE "lessons" ALTER COLUMN "minutes" SET NOT NULL;
ALTER TABLE "lessons" DROP CONSTRAINT "_schema_not_null";

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
-- after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY IF EXISTS "lessons ""long""";
-- not after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY "lessons ""long""";

-- 16 no index
-- drop_index lessons_event_id_title_idx
-- after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY IF EXISTS "lessons_event_id_title_idx";
-- not after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY "lessons_event_id_title_idx";

-- 17 a default too is a change of its own
-- alter_column lessons.minutes
ALTER TABLE "lessons" ALTER COLUMN "minutes" SET DEFAULT 0;
ALTER TABLE "lessons" ALTER COLUMN "minutes" SET NOT NULL;

