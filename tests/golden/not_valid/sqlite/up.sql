-- 1 lessons
-- create_table events
CREATE TABLE "events" (
  "id" INT NOT NULL,
  CONSTRAINT "events_pkey" PRIMARY KEY ("id")
) STRICT;
-- create_table lessons
CREATE TABLE "lessons" (
  "id" INT NOT NULL,
  "event_id" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
) STRICT;

-- 2 for new rows

-- 3 under other names
-- rename_column lessons.minutes duration
ALTER TABLE "lessons" RENAME COLUMN "minutes" TO "duration";

-- 4 proven (rebuilds)
-- validate_constraint lessons.lessons_event_id_fkey
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL,
  "event_id" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "duration" INTEGER NOT NULL CHECK ("duration" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_duration_check" CHECK ("duration" >= 0),
  CONSTRAINT "lessons_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "event_id", "title", "duration") SELECT "id", "event_id", "title", "duration" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
-- restore lessons

-- 5 never proven

-- 6 for new rows again

-- 7 gone
-- drop_table lessons
DROP TABLE "lessons";

