-- 2 names
-- rename_index lessons_title_idx lessons_by_title
DROP INDEX "lessons_by_title";
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

