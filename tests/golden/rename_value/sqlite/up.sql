-- 1 kinds
-- create_table questions
CREATE TABLE "questions" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT NOT NULL DEFAULT 'text' CHECK ("kind" IN ('choice', 'text', 'it''s')),
  "other" TEXT DEFAULT ('it''s') CHECK ("other" IN ('choice', 'text', 'it''s')),
  "text" TEXT,
  CONSTRAINT "questions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "questions_text" CHECK ("kind" <> 'text' OR "text" IS NOT NULL OR "text" = 'text'),
  CONSTRAINT "questions_kinds" CHECK (CASE "kind" WHEN 'choice' THEN "other" IN ('text', 'it''s') ELSE TRUE END)
) STRICT;
CREATE INDEX "questions_kind_idx" ON "questions" ("kind");
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "kind" = 'text';
-- create_table drafts
CREATE TABLE "drafts" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT CHECK ("kind" IN ('choice', 'text', 'it''s')),
  CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
) STRICT;
-- create_table apart
CREATE TABLE "apart" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "text" TEXT NOT NULL,
  CONSTRAINT "apart_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "apart_text_check" CHECK ("text" <> 'choice')
) STRICT;
-- data insert questions
INSERT INTO questions (id, kind, text) VALUES (1, 'choice', NULL), (2, 'text', 'text');
-- data insert drafts
INSERT INTO drafts (id, kind) VALUES (1, NULL), (2, 'choice'), (3, 'it''s');

-- 2 other words (rebuilds)
-- rename_value kind.text free text
DROP INDEX "questions_kind_idx";
DROP INDEX "questions_open";
-- keep questions
CREATE TABLE "_schema_new_questions" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT NOT NULL DEFAULT 'free text' CHECK ("kind" IN ('choice', 'free text', 'it''s')),
  "other" TEXT DEFAULT ('it''s') CHECK ("other" IN ('choice', 'free text', 'it''s')),
  "text" TEXT,
  CONSTRAINT "questions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "questions_text" CHECK ("kind" <> 'free text' OR "text" IS NOT NULL OR "text" = 'text'),
  CONSTRAINT "questions_kinds" CHECK (CASE "kind" WHEN 'choice' THEN "other" IN ('free text', 'it''s') ELSE TRUE END)
) STRICT;
INSERT INTO "_schema_new_questions" ("id", "kind", "other", "text") SELECT "id", CASE "kind" WHEN 'text' THEN 'free text' ELSE "kind" END, CASE "other" WHEN 'text' THEN 'free text' ELSE "other" END, "text" FROM "questions";
DROP TABLE "questions";
ALTER TABLE "_schema_new_questions" RENAME TO "questions";
CREATE INDEX "questions_kind_idx" ON "questions" ("kind");
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "kind" = 'free text';
-- restore questions
-- keep drafts
CREATE TABLE "_schema_new_drafts" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT CHECK ("kind" IN ('choice', 'free text', 'it''s')),
  CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_drafts" ("id", "kind") SELECT "id", CASE "kind" WHEN 'text' THEN 'free text' ELSE "kind" END FROM "drafts";
DROP TABLE "drafts";
ALTER TABLE "_schema_new_drafts" RENAME TO "drafts";
-- restore drafts
-- data update questions
UPDATE questions SET other = 'free text' WHERE kind = 'free text';
-- rename_value kind.it's it is
DROP INDEX "questions_kind_idx";
DROP INDEX "questions_open";
-- keep questions
CREATE TABLE "_schema_new_questions" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT NOT NULL DEFAULT 'free text' CHECK ("kind" IN ('choice', 'free text', 'it is')),
  "other" TEXT DEFAULT ('it is') CHECK ("other" IN ('choice', 'free text', 'it is')),
  "text" TEXT,
  CONSTRAINT "questions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "questions_text" CHECK ("kind" <> 'free text' OR "text" IS NOT NULL OR "text" = 'text'),
  CONSTRAINT "questions_kinds" CHECK (CASE "kind" WHEN 'choice' THEN "other" IN ('free text', 'it is') ELSE TRUE END)
) STRICT;
INSERT INTO "_schema_new_questions" ("id", "kind", "other", "text") SELECT "id", CASE "kind" WHEN 'it''s' THEN 'it is' ELSE "kind" END, CASE "other" WHEN 'it''s' THEN 'it is' ELSE "other" END, "text" FROM "questions";
DROP TABLE "questions";
ALTER TABLE "_schema_new_questions" RENAME TO "questions";
CREATE INDEX "questions_kind_idx" ON "questions" ("kind");
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "kind" = 'free text';
-- restore questions
-- keep drafts
CREATE TABLE "_schema_new_drafts" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT CHECK ("kind" IN ('choice', 'free text', 'it is')),
  CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_drafts" ("id", "kind") SELECT "id", CASE "kind" WHEN 'it''s' THEN 'it is' ELSE "kind" END FROM "drafts";
DROP TABLE "drafts";
ALTER TABLE "_schema_new_drafts" RENAME TO "drafts";
-- restore drafts
-- rename_column questions.kind sort
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "questions" RENAME COLUMN "kind" TO "sort";
PRAGMA legacy_alter_table=ON;
DROP INDEX "questions_kind_idx";
CREATE INDEX "questions_sort_idx" ON "questions" ("sort");

-- 3 others (rebuilds)
-- rename_value kind.free text text
DROP INDEX "questions_sort_idx";
DROP INDEX "questions_open";
-- keep questions
CREATE TABLE "_schema_new_questions" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "sort" TEXT NOT NULL DEFAULT 'text' CHECK ("sort" IN ('choice', 'text', 'it is')),
  "other" TEXT DEFAULT ('it is') CHECK ("other" IN ('choice', 'text', 'it is')),
  "text" TEXT,
  CONSTRAINT "questions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "questions_text" CHECK ("sort" <> 'text' OR "text" IS NOT NULL OR "text" = 'text'),
  CONSTRAINT "questions_kinds" CHECK (CASE "sort" WHEN 'choice' THEN "other" IN ('text', 'it is') ELSE TRUE END)
) STRICT;
INSERT INTO "_schema_new_questions" ("id", "sort", "other", "text") SELECT "id", CASE "sort" WHEN 'free text' THEN 'text' ELSE "sort" END, CASE "other" WHEN 'free text' THEN 'text' ELSE "other" END, "text" FROM "questions";
DROP TABLE "questions";
ALTER TABLE "_schema_new_questions" RENAME TO "questions";
CREATE INDEX "questions_sort_idx" ON "questions" ("sort");
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "sort" = 'text';
-- restore questions
-- keep drafts
CREATE TABLE "_schema_new_drafts" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT CHECK ("kind" IN ('choice', 'text', 'it is')),
  CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_drafts" ("id", "kind") SELECT "id", CASE "kind" WHEN 'free text' THEN 'text' ELSE "kind" END FROM "drafts";
DROP TABLE "drafts";
ALTER TABLE "_schema_new_drafts" RENAME TO "drafts";
-- restore drafts
-- rename_value kind.choice one's
DROP INDEX "questions_sort_idx";
DROP INDEX "questions_open";
-- keep questions
CREATE TABLE "_schema_new_questions" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "sort" TEXT NOT NULL DEFAULT 'text' CHECK ("sort" IN ('one''s', 'text', 'it is')),
  "other" TEXT DEFAULT ('it is') CHECK ("other" IN ('one''s', 'text', 'it is')),
  "text" TEXT,
  CONSTRAINT "questions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "questions_text" CHECK ("sort" <> 'text' OR "text" IS NOT NULL OR "text" = 'text'),
  CONSTRAINT "questions_kinds" CHECK (CASE "sort" WHEN 'one''s' THEN "other" IN ('text', 'it is') ELSE TRUE END)
) STRICT;
INSERT INTO "_schema_new_questions" ("id", "sort", "other", "text") SELECT "id", CASE "sort" WHEN 'choice' THEN 'one''s' ELSE "sort" END, CASE "other" WHEN 'choice' THEN 'one''s' ELSE "other" END, "text" FROM "questions";
DROP TABLE "questions";
ALTER TABLE "_schema_new_questions" RENAME TO "questions";
CREATE INDEX "questions_sort_idx" ON "questions" ("sort");
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "sort" = 'text';
-- restore questions
-- keep drafts
CREATE TABLE "_schema_new_drafts" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT CHECK ("kind" IN ('one''s', 'text', 'it is')),
  CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_drafts" ("id", "kind") SELECT "id", CASE "kind" WHEN 'choice' THEN 'one''s' ELSE "kind" END FROM "drafts";
DROP TABLE "drafts";
ALTER TABLE "_schema_new_drafts" RENAME TO "drafts";
-- restore drafts
-- add_value kind.choice
DROP INDEX "questions_sort_idx";
DROP INDEX "questions_open";
-- keep questions
CREATE TABLE "_schema_new_questions" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "sort" TEXT NOT NULL DEFAULT 'text' CHECK ("sort" IN ('one''s', 'text', 'choice', 'it is')),
  "other" TEXT DEFAULT ('it is') CHECK ("other" IN ('one''s', 'text', 'choice', 'it is')),
  "text" TEXT,
  CONSTRAINT "questions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "questions_text" CHECK ("sort" <> 'text' OR "text" IS NOT NULL OR "text" = 'text'),
  CONSTRAINT "questions_kinds" CHECK (CASE "sort" WHEN 'one''s' THEN "other" IN ('text', 'it is') ELSE TRUE END)
) STRICT;
INSERT INTO "_schema_new_questions" ("id", "sort", "other", "text") SELECT "id", "sort", "other", "text" FROM "questions";
DROP TABLE "questions";
ALTER TABLE "_schema_new_questions" RENAME TO "questions";
CREATE INDEX "questions_sort_idx" ON "questions" ("sort");
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "sort" = 'text';
-- restore questions
-- keep drafts
CREATE TABLE "_schema_new_drafts" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT CHECK ("kind" IN ('one''s', 'text', 'choice', 'it is')),
  CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_drafts" ("id", "kind") SELECT "id", "kind" FROM "drafts";
DROP TABLE "drafts";
ALTER TABLE "_schema_new_drafts" RENAME TO "drafts";
-- restore drafts
-- rename_value kind.choice many
DROP INDEX "questions_sort_idx";
DROP INDEX "questions_open";
-- keep questions
CREATE TABLE "_schema_new_questions" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "sort" TEXT NOT NULL DEFAULT 'text' CHECK ("sort" IN ('one''s', 'text', 'many', 'it is')),
  "other" TEXT DEFAULT ('it is') CHECK ("other" IN ('one''s', 'text', 'many', 'it is')),
  "text" TEXT,
  CONSTRAINT "questions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "questions_text" CHECK ("sort" <> 'text' OR "text" IS NOT NULL OR "text" = 'text'),
  CONSTRAINT "questions_kinds" CHECK (CASE "sort" WHEN 'one''s' THEN "other" IN ('text', 'it is') ELSE TRUE END)
) STRICT;
INSERT INTO "_schema_new_questions" ("id", "sort", "other", "text") SELECT "id", CASE "sort" WHEN 'choice' THEN 'many' ELSE "sort" END, CASE "other" WHEN 'choice' THEN 'many' ELSE "other" END, "text" FROM "questions";
DROP TABLE "questions";
ALTER TABLE "_schema_new_questions" RENAME TO "questions";
CREATE INDEX "questions_sort_idx" ON "questions" ("sort");
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "sort" = 'text';
-- restore questions
-- keep drafts
CREATE TABLE "_schema_new_drafts" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT CHECK ("kind" IN ('one''s', 'text', 'many', 'it is')),
  CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_drafts" ("id", "kind") SELECT "id", CASE "kind" WHEN 'choice' THEN 'many' ELSE "kind" END FROM "drafts";
DROP TABLE "drafts";
ALTER TABLE "_schema_new_drafts" RENAME TO "drafts";
-- restore drafts

