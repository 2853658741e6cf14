-- 4 they go (rebuilds)
-- alter_column words.plain
DROP INDEX "words_note_idx";
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

-- 3 a new type keeps them (rebuilds)
-- rename_column words.about note
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "words" RENAME COLUMN "note" TO "about";
PRAGMA legacy_alter_table=ON;
-- alter_column words.about
DROP INDEX "words_note_idx";
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

-- 2 others (rebuilds)
-- alter_column words.plain
DROP INDEX "words_about_idx";
-- keep words
CREATE TABLE "_schema_new_words" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "word" TEXT NOT NULL,
  "about" TEXT NOT NULL COLLATE "NOCASE" DEFAULT '' CHECK (length("about") <= 20),
  "plain" TEXT,
  "more" TEXT COLLATE "RTRIM",
  CONSTRAINT "words_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "words_word_key" UNIQUE ("word")
) STRICT;
INSERT INTO "_schema_new_words" ("id", "word", "about", "plain", "more") SELECT "id", "word", "about", "plain", "more" FROM "words";
DROP TABLE "words";
ALTER TABLE "_schema_new_words" RENAME TO "words";
CREATE INDEX "words_about_idx" ON "words" ("about");
-- restore words
-- add_column words.more
ALTER TABLE "words" DROP COLUMN "more";

-- 1 words with rows
-- create_table words
DROP TABLE "words";

