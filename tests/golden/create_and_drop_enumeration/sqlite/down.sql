-- 3 no states
-- drop_column lessons.state
ALTER TABLE "lessons" ADD COLUMN "state" TEXT NOT NULL DEFAULT 'draft' CHECK ("state" IN ('draft', 'published'));

-- 2 states
-- add_column lessons.state
ALTER TABLE "lessons" DROP COLUMN "state";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

