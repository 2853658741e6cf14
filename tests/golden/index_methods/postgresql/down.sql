-- 3 fewer
-- drop_index letters_facts_idx
CREATE INDEX "letters_facts_idx" ON "letters" USING gin ("facts");
-- drop_index notes_by_name
CREATE INDEX "notes_by_name" ON "letters" USING hash ((lower("full_name"))) WHERE "full_name" <> '';

-- 2 other names
-- create_index letters_id_email_idx
DROP INDEX "letters_id_email_idx";
-- rename_table notes letters
ALTER TABLE "letters" RENAME TO "notes";
ALTER TABLE "notes" RENAME CONSTRAINT "letters_pkey" TO "notes_pkey";
ALTER INDEX "letters_email_full_name_made_at_idx" RENAME TO "notes_email_full_name_made_at_idx";
ALTER INDEX "letters_facts_idx" RENAME TO "notes_facts_idx";
ALTER INDEX "letters_made_at_id_idx" RENAME TO "notes_made_at_id_idx";
-- rename_column notes.name full_name
ALTER TABLE "notes" RENAME COLUMN "full_name" TO "name";
ALTER INDEX "notes_email_full_name_made_at_idx" RENAME TO "notes_email_name_made_at_idx";

-- 1 indexes
-- create_table replies
DROP TABLE "replies";
-- create_table notes
DROP TABLE "notes";

