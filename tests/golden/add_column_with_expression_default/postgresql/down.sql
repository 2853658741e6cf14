-- 2 lessons have keys
-- add_column lessons.seen
ALTER TABLE "lessons" DROP COLUMN "seen";
-- add_column lessons.key
ALTER TABLE "lessons" DROP COLUMN "key";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

