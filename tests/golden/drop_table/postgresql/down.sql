-- 2 no lessons
-- drop_table lessons
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

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

