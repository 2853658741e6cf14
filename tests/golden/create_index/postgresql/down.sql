-- 3 fewer
-- drop_index lessons_event_id_title_idx
CREATE INDEX "lessons_event_id_title_idx" ON "lessons" ("event_id", "title" DESC);
-- drop_index lessons_long
CREATE INDEX "lessons_long" ON "lessons" ("event_id") WHERE "minutes" >= 20;

-- 2 indexes
-- create_index lessons_long
DROP INDEX "lessons_long";
-- create_index lessons_lower_idx
DROP INDEX "lessons_lower_idx";
-- create_index lessons_event_id_title_idx
DROP INDEX "lessons_event_id_title_idx";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

