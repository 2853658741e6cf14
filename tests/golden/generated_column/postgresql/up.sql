-- 1 members with rows
-- create_table members
CREATE TABLE "members" (
  "id" integer NOT NULL,
  "email" text NOT NULL,
  "first" text NOT NULL,
  "family" text,
  "email_key" text NOT NULL GENERATED ALWAYS AS (lower("email")) STORED,
  CONSTRAINT "members_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "members_email_key_key" UNIQUE ("email_key")
);
-- data insert members
INSERT INTO members (id, email, first, family) VALUES (1, 'Ann@x.org', 'Ann', 'Ash'), (2, 'bo@x.org', 'Bo', NULL);

-- 2 the name they show
-- add_column members.shown
ALTER TABLE "members" ADD COLUMN "shown" text NOT NULL GENERATED ALWAYS AS ("first" || coalesce(' ' || "family", '')) STORED;
-- add_column members.is_whole
ALTER TABLE "members" ADD COLUMN "is_whole" boolean NOT NULL GENERATED ALWAYS AS ("family" IS NOT NULL) STORED;
-- create_index members_shown_idx
CREATE INDEX "members_shown_idx" ON "members" ("shown");

-- 3 its source is renamed
-- rename_column members.family last
ALTER TABLE "members" RENAME COLUMN "family" TO "last";
-- rename_table members people
ALTER TABLE "members" RENAME TO "people";
ALTER TABLE "people" RENAME CONSTRAINT "members_pkey" TO "people_pkey";
ALTER TABLE "people" RENAME CONSTRAINT "members_email_key_key" TO "people_email_key_key";
ALTER INDEX "members_shown_idx" RENAME TO "people_shown_idx";

-- 4 the table is built anew on SQLite
-- add_constraint people.people_named
ALTER TABLE "people" ADD CONSTRAINT "people_named" CHECK ("shown" <> '');
-- data update people
UPDATE people SET last = 'Oak' WHERE last IS NULL;
-- alter_column people.last
ALTER TABLE "people" ALTER COLUMN "last" SET NOT NULL;

-- 5 it goes
-- drop_column people.is_whole
ALTER TABLE "people" DROP COLUMN "is_whole";

