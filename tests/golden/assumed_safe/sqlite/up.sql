-- 1 tables with rows
-- create_table events
CREATE TABLE "events" (
  "id" INTEGER NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "name" TEXT NOT NULL
) STRICT;
-- create_table lessons
CREATE TABLE "lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
) STRICT;
-- data insert events
INSERT INTO events (id, name) VALUES (1, 'Launch'), (2, 'Autumn');
-- data insert lessons
INSERT INTO lessons (id, event_id, title, minutes) VALUES (1, 1, 'First', 10), (2, 1, 'Second', 20), (3, 2, 'Other', 30);

-- 2 an index
-- create_index lessons_event_id_title_idx
CREATE INDEX "lessons_event_id_title_idx" ON "lessons" ("event_id", "title" DESC);

-- 3 a unique one
-- create_index lessons "long"
CREATE UNIQUE INDEX "lessons ""long""" ON "lessons" ((lower("title"))) WHERE "minutes" > 15;

-- 4 a check (rebuilds)
-- add_constraint lessons.lessons_title_check
DROP INDEX "lessons_event_id_title_idx";
DROP INDEX "lessons ""long""";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_title_check" CHECK (length("title") > 0)
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes") SELECT "id", "event_id", "title", "minutes" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_event_id_title_idx" ON "lessons" ("event_id", "title" DESC);
CREATE UNIQUE INDEX "lessons ""long""" ON "lessons" ((lower("title"))) WHERE "minutes" > 15;
-- restore lessons

-- 5 a primary key (rebuilds)
-- add_constraint events.events_pkey
-- keep events
CREATE TABLE "_schema_new_events" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "name" TEXT NOT NULL,
  CONSTRAINT "events_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_events" ("id", "name") SELECT "id", "name" FROM "events";
DROP TABLE "events";
ALTER TABLE "_schema_new_events" RENAME TO "events";
-- restore events

-- 6 a unique key (rebuilds)
-- add_constraint events.events_name_id_key
-- keep events
CREATE TABLE "_schema_new_events" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "name" TEXT NOT NULL,
  CONSTRAINT "events_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "events_name_id_key" UNIQUE ("name", "id")
) STRICT;
INSERT INTO "_schema_new_events" ("id", "name") SELECT "id", "name" FROM "events";
DROP TABLE "events";
ALTER TABLE "_schema_new_events" RENAME TO "events";
-- restore events

-- 7 a foreign key (rebuilds)
-- add_constraint lessons.lessons_event_id_fkey
DROP INDEX "lessons_event_id_title_idx";
DROP INDEX "lessons ""long""";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_title_check" CHECK (length("title") > 0),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes") SELECT "id", "event_id", "title", "minutes" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_event_id_title_idx" ON "lessons" ("event_id", "title" DESC);
CREATE UNIQUE INDEX "lessons ""long""" ON "lessons" ((lower("title"))) WHERE "minutes" > 15;
-- restore lessons

-- 8 not null (rebuilds)
-- alter_column lessons.minutes
DROP INDEX "lessons_event_id_title_idx";
DROP INDEX "lessons ""long""";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_title_check" CHECK (length("title") > 0),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes") SELECT "id", "event_id", "title", "minutes" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_event_id_title_idx" ON "lessons" ("event_id", "title" DESC);
CREATE UNIQUE INDEX "lessons ""long""" ON "lessons" ((lower("title"))) WHERE "minutes" > 15;
-- restore lessons

-- 9 assumed safe
-- create_index events_name_idx
CREATE INDEX "events_name_idx" ON "events" ("name");

-- 10 null (rebuilds)
-- alter_column lessons.minutes
DROP INDEX "lessons_event_id_title_idx";
DROP INDEX "lessons ""long""";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_title_check" CHECK (length("title") > 0),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes") SELECT "id", "event_id", "title", "minutes" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_event_id_title_idx" ON "lessons" ("event_id", "title" DESC);
CREATE UNIQUE INDEX "lessons ""long""" ON "lessons" ((lower("title"))) WHERE "minutes" > 15;
-- restore lessons

-- 11 no foreign key (rebuilds)
-- drop_constraint lessons.lessons_event_id_fkey
DROP INDEX "lessons_event_id_title_idx";
DROP INDEX "lessons ""long""";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_title_check" CHECK (length("title") > 0)
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes") SELECT "id", "event_id", "title", "minutes" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_event_id_title_idx" ON "lessons" ("event_id", "title" DESC);
CREATE UNIQUE INDEX "lessons ""long""" ON "lessons" ((lower("title"))) WHERE "minutes" > 15;
-- restore lessons

-- 12 no unique key (rebuilds)
-- drop_constraint events.events_name_id_key
DROP INDEX "events_name_idx";
-- keep events
CREATE TABLE "_schema_new_events" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "name" TEXT NOT NULL,
  CONSTRAINT "events_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_events" ("id", "name") SELECT "id", "name" FROM "events";
DROP TABLE "events";
ALTER TABLE "_schema_new_events" RENAME TO "events";
CREATE INDEX "events_name_idx" ON "events" ("name");
-- restore events

-- 13 no primary key (rebuilds)
-- drop_constraint events.events_pkey
DROP INDEX "events_name_idx";
-- keep events
CREATE TABLE "_schema_new_events" (
  "id" INTEGER NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "name" TEXT NOT NULL
) STRICT;
INSERT INTO "_schema_new_events" ("id", "name") SELECT "id", "name" FROM "events";
DROP TABLE "events";
ALTER TABLE "_schema_new_events" RENAME TO "events";
CREATE INDEX "events_name_idx" ON "events" ("name");
-- restore events

-- 14 no check (rebuilds)
-- drop_constraint lessons.lessons_title_check
DROP INDEX "lessons_event_id_title_idx";
DROP INDEX "lessons ""long""";
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes") SELECT "id", "event_id", "title", "minutes" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
CREATE INDEX "lessons_event_id_title_idx" ON "lessons" ("event_id", "title" DESC);
CREATE UNIQUE INDEX "lessons ""long""" ON "lessons" ((lower("title"))) WHERE "minutes" > 15;
-- restore lessons

-- 15 no unique index
-- drop_index lessons "long"
DROP INDEX "lessons ""long""";

-- 16 no index
-- drop_index lessons_event_id_title_idx
DROP INDEX "lessons_event_id_title_idx";

-- 17 a default too is a change of its own (rebuilds)
-- alter_column lessons.minutes
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "event_id" INTEGER NOT NULL CHECK ("event_id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL DEFAULT 0 CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "minutes") SELECT "id", "event_id", "title", "minutes" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
-- restore lessons

