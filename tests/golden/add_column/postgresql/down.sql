-- 2 more of lessons
-- add_column lessons.after_id
ALTER TABLE "lessons" DROP COLUMN "after_id";
-- add_column lessons.length
ALTER TABLE "lessons" DROP COLUMN "length";
-- add_column lessons.summary
ALTER TABLE "lessons" DROP COLUMN "summary";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

