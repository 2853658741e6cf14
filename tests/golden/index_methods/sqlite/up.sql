-- 1 indexes
-- create_table notes
CREATE TABLE "notes" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "email" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "facts" TEXT CHECK ("facts" IS NULL OR json_valid("facts")),
  "made_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')) CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', "made_at", '+0 days') IS "made_at"),
  CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
) STRICT;
CREATE UNIQUE INDEX "notes_email_name_made_at_idx" ON "notes" ("email");
CREATE INDEX "notes_facts_idx" ON "notes" ("facts");
CREATE INDEX "notes_made_at_id_idx" ON "notes" ("made_at", "id");
CREATE INDEX "notes_by_name" ON "notes" ((lower("name"))) WHERE "name" <> '';
-- create_table replies
CREATE TABLE "replies" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "email" TEXT NOT NULL,
  CONSTRAINT "replies_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "replies_email_fkey" FOREIGN KEY ("email") REFERENCES "notes" ("email")
) STRICT;
-- data insert notes
INSERT INTO notes (id, email, name, facts) VALUES (1, 'a@b.c', 'Ann', '{"a": 1}');
-- data insert replies
INSERT INTO replies (id, email) VALUES (1, 'a@b.c');

-- 2 other names (rebuilds)
-- rename_column notes.name full_name
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "notes" RENAME COLUMN "name" TO "full_name";
PRAGMA legacy_alter_table=ON;
DROP INDEX "notes_email_name_made_at_idx";
CREATE UNIQUE INDEX "notes_email_full_name_made_at_idx" ON "notes" ("email");
-- rename_table notes letters
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "notes" RENAME TO "letters";
PRAGMA legacy_alter_table=ON;
-- create_index letters_id_email_idx
DROP INDEX "notes_email_full_name_made_at_idx";
DROP INDEX "notes_facts_idx";
DROP INDEX "notes_made_at_id_idx";
DROP INDEX "notes_by_name";
-- keep letters
CREATE TABLE "_schema_new_letters" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "email" TEXT NOT NULL,
  "full_name" TEXT NOT NULL,
  "facts" TEXT CHECK ("facts" IS NULL OR json_valid("facts")),
  "made_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')) CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', "made_at", '+0 days') IS "made_at"),
  CONSTRAINT "letters_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_letters" ("id", "email", "full_name", "facts", "made_at") SELECT "id", "email", "full_name", "facts", "made_at" FROM "letters";
DROP TABLE "letters";
ALTER TABLE "_schema_new_letters" RENAME TO "letters";
CREATE UNIQUE INDEX "letters_email_full_name_made_at_idx" ON "letters" ("email");
CREATE INDEX "letters_facts_idx" ON "letters" ("facts");
CREATE INDEX "letters_made_at_id_idx" ON "letters" ("made_at", "id");
CREATE INDEX "notes_by_name" ON "letters" ((lower("full_name"))) WHERE "full_name" <> '';
CREATE INDEX "letters_id_email_idx" ON "letters" ("id" DESC) WHERE "id" > 3;
-- restore letters

-- 3 fewer
-- drop_index notes_by_name
DROP INDEX "notes_by_name";
-- drop_index letters_facts_idx
DROP INDEX "letters_facts_idx";

