-- 1 words with rows
-- create_table words
CREATE TABLE "words" (
  "id" integer NOT NULL,
  "word" text COLLATE "C" NOT NULL,
  "about" varchar(20) COLLATE "und-x-icu" NOT NULL DEFAULT '',
  "plain" text,
  CONSTRAINT "words_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "words_word_key" UNIQUE ("word")
);
CREATE INDEX "words_about_idx" ON "words" ("about");
-- data insert words
INSERT INTO words (id, word, about, plain) VALUES (1, 'a', 'One', NULL), (2, 'B', 'two', 'b');

-- 2 others
-- add_column words.more
ALTER TABLE "words" ADD COLUMN "more" text COLLATE "POSIX";
-- alter_column words.plain
ALTER TABLE "words" ALTER COLUMN "plain" TYPE text COLLATE "und-x-icu";
-- alter_column words.word
ALTER TABLE "words" ALTER COLUMN "word" TYPE text COLLATE "und-x-icu";

-- 3 a new type keeps them
-- alter_column words.about
ALTER TABLE "words" ALTER COLUMN "about" DROP DEFAULT;
ALTER TABLE "words" ALTER COLUMN "about" TYPE text COLLATE "und-x-icu";
ALTER TABLE "words" ALTER COLUMN "about" SET DEFAULT '';
-- rename_column words.about note
ALTER TABLE "words" RENAME COLUMN "about" TO "note";
ALTER INDEX "words_about_idx" RENAME TO "words_note_idx";
-- add_constraint words.words_note_check
ALTER TABLE "words" ADD CONSTRAINT "words_note_check" CHECK ("note" <> 'none');

-- 4 they go
-- alter_column words.plain
ALTER TABLE "words" ALTER COLUMN "plain" TYPE text;
ALTER TABLE "words" ALTER COLUMN "plain" SET DEFAULT '';
-- alter_column words.note
ALTER TABLE "words" ALTER COLUMN "note" TYPE text COLLATE "C";

