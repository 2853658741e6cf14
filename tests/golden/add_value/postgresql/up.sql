-- 1 kinds
-- create_enumeration kind
CREATE TYPE "kind" AS ENUM ('choice', 'text');
-- create_table questions
CREATE TABLE "questions" (
  "id" integer NOT NULL,
  "kind" "kind" NOT NULL DEFAULT 'choice',
  "text" text,
  CONSTRAINT "questions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "questions_text" CHECK ("kind" <> 'text' OR "text" IS NOT NULL)
);
CREATE INDEX "questions_kind_idx" ON "questions" ("kind");
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "kind" = 'text';
-- create_table drafts
CREATE TABLE "drafts" (
  "id" integer NOT NULL,
  "kind" "kind",
  CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
);
-- data insert questions
INSERT INTO questions (id, kind, text) VALUES (1, 'choice', NULL), (2, 'text', 'Why?');
-- data insert drafts
INSERT INTO drafts (id, kind) VALUES (1, NULL), (2, 'choice');

-- 2 more kinds
-- add_value kind.true_false
ALTER TYPE "kind" ADD VALUE 'true_false' BEFORE 'text';
-- add_value kind.essay
ALTER TYPE "kind" ADD VALUE 'essay';

