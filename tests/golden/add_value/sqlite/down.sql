-- 2 more kinds (rebuilds)
-- add_value kind.essay
DROP INDEX "questions_kind_idx";
DROP INDEX "questions_open";
-- keep questions
CREATE TABLE "_schema_new_questions" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT NOT NULL DEFAULT 'choice' CHECK ("kind" IN ('choice', 'true_false', 'text')),
  "text" TEXT,
  CONSTRAINT "questions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "questions_text" CHECK ("kind" <> 'text' OR "text" IS NOT NULL)
) STRICT;
INSERT INTO "_schema_new_questions" ("id", "kind", "text") SELECT "id", "kind", "text" FROM "questions";
DROP TABLE "questions";
ALTER TABLE "_schema_new_questions" RENAME TO "questions";
CREATE INDEX "questions_kind_idx" ON "questions" ("kind");
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "kind" = 'text';
-- restore questions
-- keep drafts
CREATE TABLE "_schema_new_drafts" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT CHECK ("kind" IN ('choice', 'true_false', 'text')),
  CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_drafts" ("id", "kind") SELECT "id", "kind" FROM "drafts";
DROP TABLE "drafts";
ALTER TABLE "_schema_new_drafts" RENAME TO "drafts";
-- restore drafts
-- add_value kind.true_false
DROP INDEX "questions_kind_idx";
DROP INDEX "questions_open";
-- keep questions
CREATE TABLE "_schema_new_questions" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT NOT NULL DEFAULT 'choice' CHECK ("kind" IN ('choice', 'text')),
  "text" TEXT,
  CONSTRAINT "questions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "questions_text" CHECK ("kind" <> 'text' OR "text" IS NOT NULL)
) STRICT;
INSERT INTO "_schema_new_questions" ("id", "kind", "text") SELECT "id", "kind", "text" FROM "questions";
DROP TABLE "questions";
ALTER TABLE "_schema_new_questions" RENAME TO "questions";
CREATE INDEX "questions_kind_idx" ON "questions" ("kind");
CREATE INDEX "questions_open" ON "questions" ("id") WHERE "kind" = 'text';
-- restore questions
-- keep drafts
CREATE TABLE "_schema_new_drafts" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "kind" TEXT CHECK ("kind" IN ('choice', 'text')),
  CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_drafts" ("id", "kind") SELECT "id", "kind" FROM "drafts";
DROP TABLE "drafts";
ALTER TABLE "_schema_new_drafts" RENAME TO "drafts";
-- restore drafts

-- 1 kinds
-- create_table drafts
DROP TABLE "drafts";
-- create_table questions
DROP TABLE "questions";

