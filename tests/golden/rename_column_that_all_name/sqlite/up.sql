-- 1 tables with rows
-- create_table quizzes
CREATE TABLE "quizzes" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "code" TEXT NOT NULL,
  "score" INTEGER CHECK ("score" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "quizzes_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "quizzes_code_key" UNIQUE ("code"),
  CONSTRAINT "quizzes_code_check" CHECK (length("code") > 1),
  CONSTRAINT "quizzes_range" CHECK ("score" BETWEEN 0 AND 100 AND "code" <> 'x')
) STRICT;
CREATE INDEX "quizzes_open" ON "quizzes" ("code") WHERE "score" IS NULL AND "code" GLOB 'q*';
-- create_table attempts
CREATE TABLE "attempts" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "quiz" TEXT NOT NULL,
  CONSTRAINT "attempts_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "attempts_quiz_fkey" FOREIGN KEY ("quiz") REFERENCES "quizzes" ("code") ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;
-- data insert quizzes
INSERT INTO quizzes (id, code, score) VALUES (1, 'q1', 50), (2, 'q2', NULL);
-- data insert attempts
INSERT INTO attempts (id, quiz) VALUES (1, 'q1'), (2, 'q1'), (3, 'q2');

-- 2 codes are slugs (rebuilds)
-- rename_column quizzes.code slug
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "quizzes" RENAME COLUMN "code" TO "slug";
PRAGMA legacy_alter_table=ON;
DROP INDEX "quizzes_open";
-- keep quizzes
CREATE TABLE "_schema_new_quizzes" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "slug" TEXT NOT NULL,
  "score" INTEGER CHECK ("score" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "quizzes_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "quizzes_slug_key" UNIQUE ("slug"),
  CONSTRAINT "quizzes_slug_check" CHECK (length("slug") > 1),
  CONSTRAINT "quizzes_range" CHECK ("score" BETWEEN 0 AND 100 AND "slug" <> 'x')
) STRICT;
INSERT INTO "_schema_new_quizzes" ("id", "slug", "score") SELECT "id", "slug", "score" FROM "quizzes";
DROP TABLE "quizzes";
ALTER TABLE "_schema_new_quizzes" RENAME TO "quizzes";
CREATE INDEX "quizzes_open" ON "quizzes" ("slug") WHERE "score" IS NULL AND "slug" GLOB 'q*';
-- restore quizzes
-- rename_column attempts.quiz quiz_slug
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "attempts" RENAME COLUMN "quiz" TO "quiz_slug";
PRAGMA legacy_alter_table=ON;
-- keep attempts
CREATE TABLE "_schema_new_attempts" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "quiz_slug" TEXT NOT NULL,
  CONSTRAINT "attempts_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "attempts_quiz_slug_fkey" FOREIGN KEY ("quiz_slug") REFERENCES "quizzes" ("slug") ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;
INSERT INTO "_schema_new_attempts" ("id", "quiz_slug") SELECT "id", "quiz_slug" FROM "attempts";
DROP TABLE "attempts";
ALTER TABLE "_schema_new_attempts" RENAME TO "attempts";
-- restore attempts

