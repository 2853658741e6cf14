-- 4 they go
-- alter_column words.note
ALTER TABLE "words" ALTER COLUMN "note" TYPE text COLLATE "und-x-icu";
-- alter_column words.plain
ALTER TABLE "words" ALTER COLUMN "plain" DROP DEFAULT;
ALTER TABLE "words" ALTER COLUMN "plain" TYPE text COLLATE "und-x-icu";

-- 3 a new type keeps them
-- add_constraint words.words_note_check
ALTER TABLE "words" DROP CONSTRAINT "words_note_check";
-- rename_column words.about note
ALTER TABLE "words" RENAME COLUMN "note" TO "about";
ALTER INDEX "words_note_idx" RENAME TO "words_about_idx";
-- alter_column words.about
ALTER TABLE "words" ALTER COLUMN "about" DROP DEFAULT;
ALTER TABLE "words" ALTER COLUMN "about" TYPE varchar(20) COLLATE "und-x-icu";
ALTER TABLE "words" ALTER COLUMN "about" SET DEFAULT '';

-- 2 others
-- alter_column words.word
ALTER TABLE "words" ALTER COLUMN "word" TYPE text COLLATE "C";
-- alter_column words.plain
ALTER TABLE "words" ALTER COLUMN "plain" TYPE text;
-- add_column words.more
ALTER TABLE "words" DROP COLUMN "more";

-- 1 words with rows
-- create_table words
DROP TABLE "words";

