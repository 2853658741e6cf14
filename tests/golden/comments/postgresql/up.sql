-- 1 lessons with rows
-- create_table lessons
CREATE TABLE "lessons" (
  "id" integer NOT NULL,
  "title" text NOT NULL,
  "minutes" integer,
  CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
);
COMMENT ON TABLE "lessons" IS 'what is taught';
COMMENT ON COLUMN "lessons"."id" IS 'counted from 1';
COMMENT ON COLUMN "lessons"."title" IS 'the learner''s "title", a \ too';
-- create_table notes
CREATE TABLE "notes" (
  "id" integer NOT NULL,
  CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);
COMMENT ON TABLE "notes" IS 'of learners';
COMMENT ON COLUMN "notes"."id" IS 'the note''s own';
-- data insert lessons
INSERT INTO lessons (id, title, minutes) VALUES (1, 'First', 10), (2, 'Second', NULL);

-- 2 others
-- set_comment lessons.title
COMMENT ON COLUMN "lessons"."title" IS 'as on the cover';
-- set_comment lessons.minutes
COMMENT ON COLUMN "lessons"."minutes" IS 'NULL: as long as it takes';
-- set_comment lessons
COMMENT ON TABLE "lessons" IS NULL;
-- add_column lessons.slug
ALTER TABLE "lessons" ADD COLUMN "slug" text;
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_slug_key" UNIQUE ("slug");
COMMENT ON COLUMN "lessons"."slug" IS 'in addresses';

-- 3 renamed and built anew on SQLite
-- rename_column lessons.minutes length
ALTER TABLE "lessons" RENAME COLUMN "minutes" TO "length";
-- alter_column lessons.length
ALTER TABLE "lessons" ALTER COLUMN "length" SET DEFAULT 0;
-- set_comment lessons.length
COMMENT ON COLUMN "lessons"."length" IS 'in minutes';
-- rename_table lessons units
ALTER TABLE "lessons" RENAME TO "units";
ALTER TABLE "units" RENAME CONSTRAINT "lessons_pkey" TO "units_pkey";
ALTER TABLE "units" RENAME CONSTRAINT "lessons_slug_key" TO "units_slug_key";
-- add_constraint units.units_length_check
ALTER TABLE "units" ADD CONSTRAINT "units_length_check" CHECK ("length" >= 0);

-- 4 they go
-- set_comment units
COMMENT ON TABLE "units" IS 'what is taught in one go';
-- drop_column units.slug
ALTER TABLE "units" DROP COLUMN "slug";

-- 5 a table goes with them
-- drop_table notes
DROP TABLE "notes";

