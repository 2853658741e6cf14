-- 3 titles again
-- add_column lessons.title
ALTER TABLE "lessons" DROP COLUMN "title";

-- 2 no titles
-- drop_column lessons.title
ALTER TABLE "lessons" ADD COLUMN "title" text NOT NULL DEFAULT 'untitled';
CREATE INDEX "lessons_title_idx" ON "lessons" ("title");
-- alter_column lessons.title
ALTER TABLE "lessons" ALTER COLUMN "title" DROP DEFAULT;

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

