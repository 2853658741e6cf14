-- 2 codes are slugs
-- rename_column attempts.quiz quiz_slug
ALTER TABLE "attempts" RENAME COLUMN "quiz_slug" TO "quiz";
ALTER TABLE "attempts" RENAME CONSTRAINT "attempts_quiz_slug_fkey" TO "attempts_quiz_fkey";
-- rename_column quizzes.code slug
ALTER TABLE "quizzes" RENAME COLUMN "slug" TO "code";
ALTER TABLE "quizzes" RENAME CONSTRAINT "quizzes_slug_key" TO "quizzes_code_key";
ALTER TABLE "quizzes" RENAME CONSTRAINT "quizzes_slug_check" TO "quizzes_code_check";

-- 1 tables with rows
-- create_table attempts
DROP TABLE "attempts";
-- create_table quizzes
DROP TABLE "quizzes";

