-- 3 conversions
-- alter_column lessons.size
ALTER TABLE "lessons" ALTER COLUMN "size" DROP DEFAULT;
ALTER TABLE "lessons" ALTER COLUMN "size" TYPE text USING (CAST("size" AS text));
ALTER TABLE "lessons" ALTER COLUMN "size" SET DEFAULT 'short';
-- alter_column lessons.state
ALTER TABLE "lessons" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "lessons" ALTER COLUMN "state" TYPE smallint USING (CASE WHEN "state" THEN 1 ELSE 0 END);
ALTER TABLE "lessons" ALTER COLUMN "state" SET DEFAULT 1;
-- alter_column lessons.minutes
ALTER TABLE "lessons" ALTER COLUMN "minutes" TYPE integer USING ("minutes" / 60);

-- 2 seconds, flags, labels
-- add_column lessons.state
ALTER TABLE "lessons" DROP COLUMN "state";
-- add_column lessons.size
ALTER TABLE "lessons" DROP COLUMN "size";
-- create_enumeration size
DROP TYPE "size";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

