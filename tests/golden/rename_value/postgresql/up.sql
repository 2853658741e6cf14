-- 1 kinds
-- create_enumeration kind
CREATE TYPE "kind" AS ENUM ('choice', 'text', 'it''s');
-- create_table questions
CREATE TABLE "questions" (
  "id" integer NOT NULL,
  "kind" "kind" NOT NULL DEFAULT 'text',
  "other" "kind" DEFAULT ('it''s'),
  "text" text,
  CONSTRAINT "questions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "questions_text" CHECK ("kind" <> 'text' OR "text" IS NOT NULL OR "text" = 'text'),
  CONSTRAINT "questions_kinds" CHECK (CASE "kind" WHEN 'choice' THEN "other" IN ('text', 'it''s') ELSE TRUE END)
);
CREATE INDEX "questions_kind_idx" ON "questions" ("kind");
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "kind" = 'text';
-- create_table drafts
CREATE TABLE "drafts" (
  "id" integer NOT NULL,
  "kind" "kind",
  CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
);
-- create_table apart
CREATE TABLE "apart" (
  "id" integer NOT NULL,
  "text" text NOT NULL,
  CONSTRAINT "apart_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "apart_text_check" CHECK ("text" <> 'choice')
);
-- data insert questions
INSERT INTO questions (id, kind, text) VALUES (1, 'choice', NULL), (2, 'text', 'text');
-- data insert drafts
INSERT INTO drafts (id, kind) VALUES (1, NULL), (2, 'choice'), (3, 'it''s');

-- 2 other words
-- rename_value kind.text free text
ALTER TYPE "kind" RENAME VALUE 'text' TO 'free text';
-- data update questions
UPDATE questions SET other = 'free text' WHERE kind = 'free text';
-- rename_value kind.it's it is
ALTER TYPE "kind" RENAME VALUE 'it''s' TO 'it is';
-- rename_column questions.kind sort
ALTER TABLE "questions" RENAME COLUMN "kind" TO "sort";
ALTER INDEX "questions_kind_idx" RENAME TO "questions_sort_idx";

-- 3 others
-- rename_value kind.free text text
ALTER TYPE "kind" RENAME VALUE 'free text' TO 'text';
-- rename_value kind.choice one's
ALTER TYPE "kind" RENAME VALUE 'choice' TO 'one''s';
-- add_value kind.choice
ALTER TYPE "kind" ADD VALUE 'choice' BEFORE 'it is';
-- rename_value kind.choice many
ALTER TYPE "kind" RENAME VALUE 'choice' TO 'many';

