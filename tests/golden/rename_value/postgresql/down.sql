-- 3 others
-- rename_value kind.choice many
ALTER TYPE "kind" RENAME VALUE 'many' TO 'choice';
-- add_value kind.choice
ALTER TABLE "questions" DROP CONSTRAINT "questions_text";
ALTER TABLE "questions" DROP CONSTRAINT "questions_kinds";
DROP INDEX "questions_open";
ALTER TYPE "kind" RENAME TO "_schema_old_kind";
CREATE TYPE "kind" AS ENUM ('one''s', 'text', 'it is');
ALTER TABLE "questions" ALTER COLUMN "sort" DROP DEFAULT;
ALTER TABLE "questions" ALTER COLUMN "sort" TYPE "kind" USING "sort"::text::"kind";
ALTER TABLE "questions" ALTER COLUMN "sort" SET DEFAULT 'text';
ALTER TABLE "questions" ALTER COLUMN "other" DROP DEFAULT;
ALTER TABLE "questions" ALTER COLUMN "other" TYPE "kind" USING "other"::text::"kind";
ALTER TABLE "questions" ALTER COLUMN "other" SET DEFAULT ('it is');
ALTER TABLE "drafts" ALTER COLUMN "kind" TYPE "kind" USING "kind"::text::"kind";
DROP TYPE "_schema_old_kind";
ALTER TABLE "questions" ADD CONSTRAINT "questions_text" CHECK ("sort" <> 'text' OR "text" IS NOT NULL OR "text" = 'text');
ALTER TABLE "questions" ADD CONSTRAINT "questions_kinds" CHECK (CASE "sort" WHEN 'one''s' THEN "other" IN ('text', 'it is') ELSE TRUE END);
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "sort" = 'text';
-- rename_value kind.choice one's
ALTER TYPE "kind" RENAME VALUE 'one''s' TO 'choice';
-- rename_value kind.free text text
ALTER TYPE "kind" RENAME VALUE 'text' TO 'free text';

-- 2 other words
-- rename_column questions.kind sort
ALTER TABLE "questions" RENAME COLUMN "sort" TO "kind";
ALTER INDEX "questions_sort_idx" RENAME TO "questions_kind_idx";
-- rename_value kind.it's it is
ALTER TYPE "kind" RENAME VALUE 'it is' TO 'it''s';
-- data update questions
UPDATE questions SET other = 'it''s' WHERE kind = 'free text';
-- rename_value kind.text free text
ALTER TYPE "kind" RENAME VALUE 'free text' TO 'text';

-- 1 kinds
-- create_table apart
DROP TABLE "apart";
-- create_table drafts
DROP TABLE "drafts";
-- create_table questions
DROP TABLE "questions";
-- create_enumeration kind
DROP TYPE "kind";

