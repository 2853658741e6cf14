-- 3 no states
-- drop_enumeration state
CREATE TYPE "state" AS ENUM ('draft', 'published');
-- drop_column lessons.state
ALTER TABLE "lessons" ADD COLUMN "state" "state" NOT NULL DEFAULT 'draft';

-- 2 states
-- add_column lessons.state
ALTER TABLE "lessons" DROP COLUMN "state";
-- create_enumeration state
DROP TYPE "state";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

