-- 3 or not
-- alter_column lessons.minutes
-- after an interruption:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "_schema_not_null";
ALTER TABLE "lessons" ALTER COLUMN "minutes" DROP NOT NULL;

-- 2 minutes are optional
-- alter_column lessons.minutes
-- after an interruption, a transaction of its own:
ALTER TABLE "lessons" DROP CONSTRAINT IF EXISTS "_schema_not_null";
-- a transaction of its own:
ALTER TABLE "lessons" ADD CONSTRAINT "_schema_not_null" CHECK ("minutes" IS NOT NULL) NOT VALID;
-- a transaction of its own:
ALTER TABLE "lessons" VALIDATE CONSTRAINT "_schema_not_null";
ALTER TABLE "lessons" ALTER COLUMN "minutes" SET NOT NULL;
ALTER TABLE "lessons" DROP CONSTRAINT "_schema_not_null";

-- 1 tables with rows
-- create_table lessons
DROP TABLE "lessons";
-- create_table events
DROP TABLE "events";

