-- 2 more kinds
-- add_value kind.essay
ALTER TABLE "questions" DROP CONSTRAINT "questions_text";
DROP INDEX "questions_open";
ALTER TYPE "kind" RENAME TO "_schema_old_kind";
CREATE TYPE "kind" AS ENUM ('choice', 'true_false', 'text');
ALTER TABLE "questions" ALTER COLUMN "kind" DROP DEFAULT;
ALTER TABLE "questions" ALTER COLUMN "kind" TYPE "kind" USING "kind"::text::"kind";
ALTER TABLE "questions" ALTER COLUMN "kind" SET DEFAULT 'choice';
ALTER TABLE "drafts" ALTER COLUMN "kind" TYPE "kind" USING "kind"::text::"kind";
DROP TYPE "_schema_old_kind";
ALTER TABLE "questions" ADD CONSTRAINT "questions_text" CHECK ("kind" <> 'text' OR "text" IS NOT NULL);
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "kind" = 'text';
-- add_value kind.true_false
ALTER TABLE "questions" DROP CONSTRAINT "questions_text";
DROP INDEX "questions_open";
ALTER TYPE "kind" RENAME TO "_schema_old_kind";
CREATE TYPE "kind" AS ENUM ('choice', 'text');
ALTER TABLE "questions" ALTER COLUMN "kind" DROP DEFAULT;
ALTER TABLE "questions" ALTER COLUMN "kind" TYPE "kind" USING "kind"::text::"kind";
ALTER TABLE "questions" ALTER COLUMN "kind" SET DEFAULT 'choice';
ALTER TABLE "drafts" ALTER COLUMN "kind" TYPE "kind" USING "kind"::text::"kind";
DROP TYPE "_schema_old_kind";
ALTER TABLE "questions" ADD CONSTRAINT "questions_text" CHECK ("kind" <> 'text' OR "text" IS NOT NULL);
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "kind" = 'text';

-- 1 kinds
-- create_table drafts
DROP TABLE "drafts";
-- create_table questions
DROP TABLE "questions";
-- create_enumeration kind
DROP TYPE "kind";

