-- 1 lessons with rows
-- create_table lessons
CREATE TABLE "lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
) STRICT;
-- create_table notes
CREATE TABLE "notes" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
) STRICT;
-- data insert lessons
INSERT INTO lessons (id, title, minutes) VALUES (1, 'First', 10), (2, 'Second', NULL);

-- 2 others (rebuilds)
-- add_column lessons.slug
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "minutes" INTEGER CHECK ("minutes" BETWEEN -2147483648 AND 2147483647),
  "slug" TEXT,
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_slug_key" UNIQUE ("slug")
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "title", "minutes") SELECT "id", "title", "minutes" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
-- restore lessons

-- 3 renamed and built anew on SQLite (rebuilds)
-- rename_column lessons.minutes length
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "lessons" RENAME COLUMN "minutes" TO "length";
PRAGMA legacy_alter_table=ON;
-- alter_column lessons.length
-- keep lessons
CREATE TABLE "_schema_new_lessons" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "length" INTEGER DEFAULT 0 CHECK ("length" BETWEEN -2147483648 AND 2147483647),
  "slug" TEXT,
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "lessons_slug_key" UNIQUE ("slug")
) STRICT;
INSERT INTO "_schema_new_lessons" ("id", "title", "length", "slug") SELECT "id", "title", "length", "slug" FROM "lessons";
DROP TABLE "lessons";
ALTER TABLE "_schema_new_lessons" RENAME TO "lessons";
-- restore lessons
-- rename_table lessons units
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "lessons" RENAME TO "units";
PRAGMA legacy_alter_table=ON;
-- add_constraint units.units_length_check
-- keep units
CREATE TABLE "_schema_new_units" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "length" INTEGER DEFAULT 0 CHECK ("length" BETWEEN -2147483648 AND 2147483647),
  "slug" TEXT,
  CONSTRAINT "units_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "units_slug_key" UNIQUE ("slug"),
  CONSTRAINT "units_length_check" CHECK ("length" >= 0)
) STRICT;
INSERT INTO "_schema_new_units" ("id", "title", "length", "slug") SELECT "id", "title", "length", "slug" FROM "units";
DROP TABLE "units";
ALTER TABLE "_schema_new_units" RENAME TO "units";
-- restore units

-- 4 they go (rebuilds)
-- drop_column units.slug
-- keep units
CREATE TABLE "_schema_new_units" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "title" TEXT NOT NULL,
  "length" INTEGER DEFAULT 0 CHECK ("length" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "units_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "units_length_check" CHECK ("length" >= 0)
) STRICT;
INSERT INTO "_schema_new_units" ("id", "title", "length") SELECT "id", "title", "length" FROM "units";
DROP TABLE "units";
ALTER TABLE "_schema_new_units" RENAME TO "units";
-- restore units

-- 5 a table goes with them
-- drop_table notes
DROP TABLE "notes";

