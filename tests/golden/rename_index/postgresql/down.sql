-- 2 names
-- rename_index lessons_title_idx lessons_by_title
ALTER INDEX "lessons_by_title" RENAME TO "lessons_title_idx";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

