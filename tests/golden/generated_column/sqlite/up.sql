-- 1 members with rows
-- create_table members
CREATE TABLE "members" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "email" TEXT NOT NULL,
  "first" TEXT NOT NULL,
  "family" TEXT,
  "email_key" TEXT NOT NULL GENERATED ALWAYS AS (lower("email")) STORED,
  CONSTRAINT "members_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "members_email_key_key" UNIQUE ("email_key")
) STRICT;
-- data insert members
INSERT INTO members (id, email, first, family) VALUES (1, 'Ann@x.org', 'Ann', 'Ash'), (2, 'bo@x.org', 'Bo', NULL);

-- 2 the name they show (rebuilds)
-- add_column members.shown
-- keep members
CREATE TABLE "_schema_new_members" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "email" TEXT NOT NULL,
  "first" TEXT NOT NULL,
  "family" TEXT,
  "email_key" TEXT NOT NULL GENERATED ALWAYS AS (lower("email")) STORED,
  "shown" TEXT NOT NULL GENERATED ALWAYS AS ("first" || coalesce(' ' || "family", '')) STORED,
  CONSTRAINT "members_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "members_email_key_key" UNIQUE ("email_key")
) STRICT;
INSERT INTO "_schema_new_members" ("id", "email", "first", "family") SELECT "id", "email", "first", "family" FROM "members";
DROP TABLE "members";
ALTER TABLE "_schema_new_members" RENAME TO "members";
-- restore members
-- add_column members.is_whole
-- keep members
CREATE TABLE "_schema_new_members" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "email" TEXT NOT NULL,
  "first" TEXT NOT NULL,
  "family" TEXT,
  "email_key" TEXT NOT NULL GENERATED ALWAYS AS (lower("email")) STORED,
  "shown" TEXT NOT NULL GENERATED ALWAYS AS ("first" || coalesce(' ' || "family", '')) STORED,
  "is_whole" INTEGER NOT NULL GENERATED ALWAYS AS ("family" IS NOT NULL) STORED CHECK ("is_whole" IN (0, 1)),
  CONSTRAINT "members_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "members_email_key_key" UNIQUE ("email_key")
) STRICT;
INSERT INTO "_schema_new_members" ("id", "email", "first", "family") SELECT "id", "email", "first", "family" FROM "members";
DROP TABLE "members";
ALTER TABLE "_schema_new_members" RENAME TO "members";
-- restore members
-- create_index members_shown_idx
CREATE INDEX "members_shown_idx" ON "members" ("shown");

-- 3 its source is renamed (rebuilds)
-- rename_column members.family last
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "members" RENAME COLUMN "family" TO "last";
PRAGMA legacy_alter_table=ON;
-- rename_table members people
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "members" RENAME TO "people";
PRAGMA legacy_alter_table=ON;
DROP INDEX "members_shown_idx";
-- keep people
CREATE TABLE "_schema_new_people" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "email" TEXT NOT NULL,
  "first" TEXT NOT NULL,
  "last" TEXT,
  "email_key" TEXT NOT NULL GENERATED ALWAYS AS (lower("email")) STORED,
  "shown" TEXT NOT NULL GENERATED ALWAYS AS ("first" || coalesce(' ' || "last", '')) STORED,
  "is_whole" INTEGER NOT NULL GENERATED ALWAYS AS ("last" IS NOT NULL) STORED CHECK ("is_whole" IN (0, 1)),
  CONSTRAINT "people_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "people_email_key_key" UNIQUE ("email_key")
) STRICT;
INSERT INTO "_schema_new_people" ("id", "email", "first", "last") SELECT "id", "email", "first", "last" FROM "people";
DROP TABLE "people";
ALTER TABLE "_schema_new_people" RENAME TO "people";
CREATE INDEX "people_shown_idx" ON "people" ("shown");
-- restore people

-- 4 the table is built anew on SQLite (rebuilds)
-- add_constraint people.people_named
DROP INDEX "people_shown_idx";
-- keep people
CREATE TABLE "_schema_new_people" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "email" TEXT NOT NULL,
  "first" TEXT NOT NULL,
  "last" TEXT,
  "email_key" TEXT NOT NULL GENERATED ALWAYS AS (lower("email")) STORED,
  "shown" TEXT NOT NULL GENERATED ALWAYS AS ("first" || coalesce(' ' || "last", '')) STORED,
  "is_whole" INTEGER NOT NULL GENERATED ALWAYS AS ("last" IS NOT NULL) STORED CHECK ("is_whole" IN (0, 1)),
  CONSTRAINT "people_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "people_email_key_key" UNIQUE ("email_key"),
  CONSTRAINT "people_named" CHECK ("shown" <> '')
) STRICT;
INSERT INTO "_schema_new_people" ("id", "email", "first", "last") SELECT "id", "email", "first", "last" FROM "people";
DROP TABLE "people";
ALTER TABLE "_schema_new_people" RENAME TO "people";
CREATE INDEX "people_shown_idx" ON "people" ("shown");
-- restore people
-- data update people
UPDATE people SET last = 'Oak' WHERE last IS NULL;
-- alter_column people.last
DROP INDEX "people_shown_idx";
-- keep people
CREATE TABLE "_schema_new_people" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "email" TEXT NOT NULL,
  "first" TEXT NOT NULL,
  "last" TEXT NOT NULL,
  "email_key" TEXT NOT NULL GENERATED ALWAYS AS (lower("email")) STORED,
  "shown" TEXT NOT NULL GENERATED ALWAYS AS ("first" || coalesce(' ' || "last", '')) STORED,
  "is_whole" INTEGER NOT NULL GENERATED ALWAYS AS ("last" IS NOT NULL) STORED CHECK ("is_whole" IN (0, 1)),
  CONSTRAINT "people_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "people_email_key_key" UNIQUE ("email_key"),
  CONSTRAINT "people_named" CHECK ("shown" <> '')
) STRICT;
INSERT INTO "_schema_new_people" ("id", "email", "first", "last") SELECT "id", "email", "first", "last" FROM "people";
DROP TABLE "people";
ALTER TABLE "_schema_new_people" RENAME TO "people";
CREATE INDEX "people_shown_idx" ON "people" ("shown");
-- restore people

-- 5 it goes
-- drop_column people.is_whole
ALTER TABLE "people" DROP COLUMN "is_whole";

