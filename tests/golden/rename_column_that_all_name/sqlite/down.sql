-- 2 codes are slugs (rebuilds)
-- rename_column attempts.quiz quiz_slug
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "attempts" RENAME COLUMN "quiz_slug" TO "quiz";
PRAGMA legacy_alter_table=ON;
-- keep attempts
CREATE TABLE "_schema_new_attempts" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "quiz" TEXT NOT NULL,
  CONSTRAINT "attempts_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "attempts_quiz_fkey" FOREIGN KEY ("quiz") REFERENCES "quizzes" ("slug") ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;
INSERT INTO "_schema_new_attempts" ("id", "quiz") SELECT "id", "quiz" FROM "attempts";
DROP TABLE "attempts";
ALTER TABLE "_schema_new_attempts" RENAME TO "attempts";
-- restore attempts
-- rename_column quizzes.code slug
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "quizzes" RENAME COLUMN "slug" TO "code";
PRAGMA legacy_alter_table=ON;
DROP INDEX "quizzes_open";
-- keep quizzes
CREATE TABLE "_schema_new_quizzes" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "code" TEXT NOT NULL,
  "score" INTEGER CHECK ("score" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "quizzes_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "quizzes_code_key" UNIQUE ("code"),
  CONSTRAINT "quizzes_code_check" CHECK (length("code") > 1),
  CONSTRAINT "quizzes_range" CHECK ("score" BETWEEN 0 AND 100 AND "code" <> 'x')
) STRICT;
INSERT INTO "_schema_new_quizzes" ("id", "code", "score") SELECT "id", "code", "score" FROM "quizzes";
DROP TABLE "quizzes";
ALTER TABLE "_schema_new_quizzes" RENAME TO "quizzes";
CREATE INDEX "quizzes_open" ON "quizzes" ("code") WHERE "score" IS NULL AND "code" GLOB 'q*';
-- restore quizzes

-- 1 tables with rows
-- create_table attempts
DROP TABLE "attempts";
-- create_table quizzes
DROP TABLE "quizzes";

