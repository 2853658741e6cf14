-- 1 words with rows
-- create_table words
CREATE TABLE "words" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "word" TEXT NOT NULL,
  "about" TEXT NOT NULL COLLATE "NOCASE" DEFAULT '' CHECK (length("about") <= 20),
  "plain" TEXT,
  CONSTRAINT "words_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "words_word_key" UNIQUE ("word")
) STRICT;
CREATE INDEX "words_about_idx" ON "words" ("about");
-- data insert words
INSERT INTO words (id, word, about, plain) VALUES (1, 'a', 'One', NULL), (2, 'B', 'two', 'b');

-- 2 others (rebuilds)
-- add_column words.more
ALTER TABLE "words" ADD COLUMN "more" TEXT COLLATE "RTRIM";
-- alter_column words.word
DROP INDEX "words_about_idx";
-- keep words
CREATE TABLE "_schema_new_words" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "word" TEXT NOT NULL,
  "about" TEXT NOT NULL COLLATE "NOCASE" DEFAULT '' CHECK (length("about") <= 20),
  "plain" TEXT COLLATE "NOCASE",
  "more" TEXT COLLATE "RTRIM",
  CONSTRAINT "words_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "words_word_key" UNIQUE ("word")
) STRICT;
INSERT INTO "_schema_new_words" ("id", "word", "about", "plain", "more") SELECT "id", "word", "about", "plain", "more" FROM "words";
DROP TABLE "words";
ALTER TABLE "_schema_new_words" RENAME TO "words";
CREATE INDEX "words_about_idx" ON "words" ("about");
-- restore words

-- 3 a new type keeps them (rebuilds)
-- rename_column words.about note
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "words" RENAME COLUMN "about" TO "note";
PRAGMA legacy_alter_table=ON;
-- add_constraint words.words_note_check
DROP INDEX "words_about_idx";
-- keep words
CREATE TABLE "_schema_new_words" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "word" TEXT NOT NULL,
  "note" TEXT NOT NULL COLLATE "NOCASE" DEFAULT '',
  "plain" TEXT COLLATE "NOCASE",
  "more" TEXT COLLATE "RTRIM",
  CONSTRAINT "words_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "words_word_key" UNIQUE ("word"),
  CONSTRAINT "words_note_check" CHECK ("note" <> 'none')
) STRICT;
INSERT INTO "_schema_new_words" ("id", "word", "note", "plain", "more") SELECT "id", "word", "note", "plain", "more" FROM "words";
DROP TABLE "words";
ALTER TABLE "_schema_new_words" RENAME TO "words";
CREATE INDEX "words_note_idx" ON "words" ("note");
-- restore words

-- 4 they go (rebuilds)
-- alter_column words.note
DROP INDEX "words_note_idx";
-- keep words
CREATE TABLE "_schema_new_words" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "word" TEXT NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  "plain" TEXT DEFAULT '',
  "more" TEXT COLLATE "RTRIM",
  CONSTRAINT "words_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "words_word_key" UNIQUE ("word"),
  CONSTRAINT "words_note_check" CHECK ("note" <> 'none')
) STRICT;
INSERT INTO "_schema_new_words" ("id", "word", "note", "plain", "more") SELECT "id", "word", "note", "plain", "more" FROM "words";
DROP TABLE "words";
ALTER TABLE "_schema_new_words" RENAME TO "words";
CREATE INDEX "words_note_idx" ON "words" ("note");
-- restore words

