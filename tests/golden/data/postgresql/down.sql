-- 2 stamps
-- data insert lessons
DELETE FROM lessons WHERE id > 100;
-- data update lessons
UPDATE lessons SET changed_at = NULL;
-- add_column lessons.changed_at
ALTER TABLE "lessons" DROP COLUMN "changed_at";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

