-- 1 tables with rows
-- create_table quizzes
CREATE TABLE "quizzes" (
  "id" integer NOT NULL,
  "code" text NOT NULL,
  "score" integer,
  CONSTRAINT "quizzes_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "quizzes_code_key" UNIQUE ("code"),
  CONSTRAINT "quizzes_code_check" CHECK (length("code") > 1),
  CONSTRAINT "quizzes_range" CHECK ("score" BETWEEN 0 AND 100 AND "code" <> 'x')
);
CREATE INDEX "quizzes_open" ON "quizzes" ("code") WHERE "score" IS NULL AND "code" LIKE 'q%';
-- create_table attempts
CREATE TABLE "attempts" (
  "id" integer NOT NULL,
  "quiz" text NOT NULL,
  CONSTRAINT "attempts_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "attempts_quiz_fkey" FOREIGN KEY ("quiz") REFERENCES "quizzes" ("code") ON DELETE CASCADE ON UPDATE CASCADE
);
-- data insert quizzes
INSERT INTO quizzes (id, code, score) VALUES (1, 'q1', 50), (2, 'q2', NULL);
-- data insert attempts
INSERT INTO attempts (id, quiz) VALUES (1, 'q1'), (2, 'q1'), (3, 'q2');

-- 2 codes are slugs
-- rename_column quizzes.code slug
ALTER TABLE "quizzes" RENAME COLUMN "code" TO "slug";
ALTER TABLE "quizzes" RENAME CONSTRAINT "quizzes_code_key" TO "quizzes_slug_key";
ALTER TABLE "quizzes" RENAME CONSTRAINT "quizzes_code_check" TO "quizzes_slug_check";
-- rename_column attempts.quiz quiz_slug
ALTER TABLE "attempts" RENAME COLUMN "quiz" TO "quiz_slug";
ALTER TABLE "attempts" RENAME CONSTRAINT "attempts_quiz_fkey" TO "attempts_quiz_slug_fkey";

