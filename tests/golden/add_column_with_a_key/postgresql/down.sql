-- 2 slugs
-- add_column lessons.first_id
ALTER TABLE "lessons" DROP COLUMN "first_id";
-- add_column lessons.slug
ALTER TABLE "lessons" DROP COLUMN "slug";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

