-- 3 fewer
-- drop_index letters_facts_idx
CREATE INDEX "letters_facts_idx" ON "letters" ("facts");
-- drop_index notes_by_name
CREATE INDEX "notes_by_name" ON "letters" ((lower("full_name"))) WHERE "full_name" <> '';

-- 2 other names (rebuilds)
-- create_index letters_id_email_idx
DROP INDEX "letters_id_email_idx";
-- rename_table notes letters
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "letters" RENAME TO "notes";
PRAGMA legacy_alter_table=ON;
-- rename_column notes.name full_name
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "notes" RENAME COLUMN "full_name" TO "name";
PRAGMA legacy_alter_table=ON;
DROP INDEX "letters_email_full_name_made_at_idx";
DROP INDEX "letters_facts_idx";
DROP INDEX "letters_made_at_id_idx";
DROP INDEX "notes_by_name";
-- keep notes
CREATE TABLE "_schema_new_notes" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "email" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "facts" TEXT CHECK ("facts" IS NULL OR json_valid("facts")),
  "made_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')) CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', "made_at", '+0 days') IS "made_at"),
  CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
) STRICT;
INSERT INTO "_schema_new_notes" ("id", "email", "name", "facts", "made_at") SELECT "id", "email", "name", "facts", "made_at" FROM "notes";
DROP TABLE "notes";
ALTER TABLE "_schema_new_notes" RENAME TO "notes";
CREATE UNIQUE INDEX "notes_email_name_made_at_idx" ON "notes" ("email");
CREATE INDEX "notes_facts_idx" ON "notes" ("facts");
CREATE INDEX "notes_made_at_id_idx" ON "notes" ("made_at", "id");
CREATE INDEX "notes_by_name" ON "notes" ((lower("name"))) WHERE "name" <> '';
-- restore notes

-- 1 indexes
-- create_table replies
DROP TABLE "replies";
-- create_table notes
DROP TABLE "notes";

