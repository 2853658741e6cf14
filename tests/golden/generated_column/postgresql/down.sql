-- 5 it goes
-- drop_column people.is_whole
ALTER TABLE "people" ADD COLUMN "is_whole" boolean NOT NULL GENERATED ALWAYS AS ("last" IS NOT NULL) STORED;

-- 4 the table is built anew on SQLite
-- alter_column people.last
ALTER TABLE "people" ALTER COLUMN "last" DROP NOT NULL;
-- data update people
UPDATE people SET last = NULL WHERE last = 'Oak';
-- add_constraint people.people_named
ALTER TABLE "people" DROP CONSTRAINT "people_named";

-- 3 its source is renamed
-- rename_table members people
ALTER TABLE "people" RENAME TO "members";
ALTER TABLE "members" RENAME CONSTRAINT "people_pkey" TO "members_pkey";
ALTER TABLE "members" RENAME CONSTRAINT "people_email_key_key" TO "members_email_key_key";
ALTER INDEX "people_shown_idx" RENAME TO "members_shown_idx";
-- rename_column members.family last
ALTER TABLE "members" RENAME COLUMN "last" TO "family";

-- 2 the name they show
-- create_index members_shown_idx
DROP INDEX "members_shown_idx";
-- add_column members.is_whole
ALTER TABLE "members" DROP COLUMN "is_whole";
-- add_column members.shown
ALTER TABLE "members" DROP COLUMN "shown";

-- 1 members with rows
-- create_table members
DROP TABLE "members";

