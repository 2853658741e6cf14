-- 1 indexes
-- create_table notes
CREATE TABLE "notes" (
  "id" integer NOT NULL,
  "email" text NOT NULL,
  "name" text NOT NULL,
  "facts" jsonb,
  "made_at" timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "notes_email_name_made_at_idx" ON "notes" ("email") INCLUDE ("name", "made_at");
CREATE INDEX "notes_facts_idx" ON "notes" USING gin ("facts");
CREATE INDEX "notes_made_at_id_idx" ON "notes" USING brin ("made_at", "id");
CREATE INDEX "notes_by_name" ON "notes" USING hash ((lower("name"))) WHERE "name" <> '';
-- create_table replies
CREATE TABLE "replies" (
  "id" integer NOT NULL,
  "email" text NOT NULL,
  CONSTRAINT "replies_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "replies_email_fkey" FOREIGN KEY ("email") REFERENCES "notes" ("email")
);
-- data insert notes
INSERT INTO notes (id, email, name, facts) VALUES (1, 'a@b.c', 'Ann', '{"a": 1}');
-- data insert replies
INSERT INTO replies (id, email) VALUES (1, 'a@b.c');

-- 2 other names
-- rename_column notes.name full_name
ALTER TABLE "notes" RENAME COLUMN "name" TO "full_name";
ALTER INDEX "notes_email_name_made_at_idx" RENAME TO "notes_email_full_name_made_at_idx";
-- rename_table notes letters
ALTER TABLE "notes" RENAME TO "letters";
ALTER TABLE "letters" RENAME CONSTRAINT "notes_pkey" TO "letters_pkey";
ALTER INDEX "notes_email_full_name_made_at_idx" RENAME TO "letters_email_full_name_made_at_idx";
ALTER INDEX "notes_facts_idx" RENAME TO "letters_facts_idx";
ALTER INDEX "notes_made_at_id_idx" RENAME TO "letters_made_at_id_idx";
-- create_index letters_id_email_idx
CREATE INDEX "letters_id_email_idx" ON "letters" ("id" DESC) INCLUDE ("email") WHERE "id" > 3;

-- 3 fewer
-- drop_index notes_by_name
DROP INDEX "notes_by_name";
-- drop_index letters_facts_idx
DROP INDEX "letters_facts_idx";

