-- 5 a table goes with them
-- drop_table notes
CREATE TABLE "notes" (
  "id" integer NOT NULL,
  CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);
COMMENT ON TABLE "notes" IS 'of learners';
COMMENT ON COLUMN "notes"."id" IS 'the note''s own';

-- 4 they go
-- drop_column units.slug
ALTER TABLE "units" ADD COLUMN "slug" text;
ALTER TABLE "units" ADD CONSTRAINT "units_slug_key" UNIQUE ("slug");
COMMENT ON COLUMN "units"."slug" IS 'in addresses';
-- set_comment units
COMMENT ON TABLE "units" IS NULL;

-- 3 renamed and built anew on SQLite
-- add_constraint units.units_length_check
ALTER TABLE "units" DROP CONSTRAINT "units_length_check";
-- rename_table lessons units
ALTER TABLE "units" RENAME TO "lessons";
ALTER TABLE "lessons" RENAME CONSTRAINT "units_pkey" TO "lessons_pkey";
ALTER TABLE "lessons" RENAME CONSTRAINT "units_slug_key" TO "lessons_slug_key";
-- set_comment lessons.length
COMMENT ON COLUMN "lessons"."length" IS 'NULL: as long as it takes';
-- alter_column lessons.length
ALTER TABLE "lessons" ALTER COLUMN "length" DROP DEFAULT;
-- rename_column lessons.minutes length
ALTER TABLE "lessons" RENAME COLUMN "length" TO "minutes";

-- 2 others
-- add_column lessons.slug
ALTER TABLE "lessons" DROP COLUMN "slug";
-- set_comment lessons
COMMENT ON TABLE "lessons" IS 'what is taught';
-- set_comment lessons.minutes
COMMENT ON COLUMN "lessons"."minutes" IS NULL;
-- set_comment lessons.title
COMMENT ON COLUMN "lessons"."title" IS 'the learner''s "title", a \ too';

-- 1 lessons with rows
-- create_table notes
DROP TABLE "notes";
-- create_table lessons
DROP TABLE "lessons";

