-- 5 the table goes
-- drop_table units
CREATE TABLE "units" (
  "id" integer NOT NULL,
  "title" text NOT NULL,
  "length" integer DEFAULT 0,
  CONSTRAINT "units_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "units_length_check" CHECK ("length" >= 0)
);
COMMENT ON TABLE "units" IS 'what is taught in one go';
COMMENT ON COLUMN "units"."id" IS 'counted from 1';
COMMENT ON COLUMN "units"."title" IS 'as on the cover';
COMMENT ON COLUMN "units"."length" IS 'in minutes';

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
-- create_table lessons
DROP TABLE "lessons";

