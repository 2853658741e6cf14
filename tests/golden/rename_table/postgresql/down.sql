-- 2 events are launches
-- rename_table lessons units
ALTER TABLE "units" RENAME TO "lessons";
ALTER TABLE "lessons" RENAME CONSTRAINT "units_pkey" TO "lessons_pkey";
ALTER TABLE "lessons" RENAME CONSTRAINT "units_event_id_fkey" TO "lessons_event_id_fkey";
ALTER TABLE "lessons" RENAME CONSTRAINT "units_minutes_check" TO "lessons_minutes_check";
ALTER INDEX "units_title_idx" RENAME TO "lessons_title_idx";
-- rename_table events launches
ALTER TABLE "launches" RENAME TO "events";
ALTER TABLE "events" RENAME CONSTRAINT "launches_pkey" TO "events_pkey";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

