-- 16 what is left
-- drop_schema empty
CREATE SCHEMA "empty";
-- create_schema empty
DROP SCHEMA "empty";
-- drop_view audit.recent
CREATE VIEW "audit"."recent" ("id", "text") AS SELECT event.id, l.text FROM "old"."happening" AS event JOIN "line" AS l ON l.event_id = event.id;
-- drop_view lines
CREATE VIEW "lines" ("text") AS SELECT recent.text FROM audit.recent;
-- drop_materialized_view audit.levels
CREATE MATERIALIZED VIEW "audit"."levels" ("level", "events") AS SELECT level, count(*) AS events FROM "old"."happening" AS event GROUP BY level;
CREATE UNIQUE INDEX "levels_level_idx" ON "audit"."levels" ("level");

-- 15 tables move, with all that is theirs
-- data update old.happening
UPDATE old.happening SET more = NULL WHERE happening.id > 0;
-- rename_index old.by_level old.happening_by_level
ALTER INDEX "old"."happening_by_level" RENAME TO "by_level";
-- rename_table audit.line line
ALTER TABLE "line" SET SCHEMA "audit";
-- rename_table event audit.event
DO $$BEGIN EXECUTE format('ALTER TABLE "audit"."event" SET SCHEMA %I', current_schema()); END$$;
-- rename_table audit.happening old.happening
ALTER TABLE "old"."happening" SET SCHEMA "audit";
-- create_schema old
DROP SCHEMA "old";
-- data update old.happening
SET CONSTRAINTS "audit"."line_event_id_fkey" IMMEDIATE;

-- 14 another label, which goes with its type on the way back
-- add_value audit.level.absurd
DROP MATERIALIZED VIEW "audit"."levels";
DROP VIEW "lines";
DROP VIEW "audit"."recent";
ALTER TYPE "audit"."level" RENAME TO "_schema_old_level";
CREATE TYPE "audit"."level" AS ENUM ('low', 'high');
ALTER TABLE "audit"."happening" ALTER COLUMN "level" DROP DEFAULT;
ALTER TABLE "audit"."happening" ALTER COLUMN "level" TYPE "audit"."level" USING "level"::text::"audit"."level";
ALTER TABLE "audit"."happening" ALTER COLUMN "level" SET DEFAULT 'low';
DROP TYPE "audit"."_schema_old_level";
CREATE VIEW "audit"."recent" ("id", "text") AS SELECT event.id, l.text FROM "audit"."happening" AS event JOIN audit.line AS l ON l.event_id = event.id;
CREATE VIEW "lines" ("text") AS SELECT recent.text FROM audit.recent;
CREATE MATERIALIZED VIEW "audit"."levels" ("level", "events") AS SELECT level, count(*) AS events FROM "audit"."happening" AS event GROUP BY level;
CREATE UNIQUE INDEX "levels_level_idx" ON "audit"."levels" ("level");

-- 13 other names
-- set_comment audit.happening.title
COMMENT ON COLUMN "audit"."happening"."title" IS NULL;
-- rename_column audit.happening.what title
ALTER TABLE "audit"."happening" RENAME COLUMN "title" TO "what";
ALTER TABLE "audit"."happening" RENAME CONSTRAINT "happening_title_key" TO "happening_what_key";
ALTER INDEX "audit"."happening_title_id_idx" RENAME TO "happening_what_id_idx";
ALTER TABLE "audit"."happening" RENAME CONSTRAINT "happening_event_id_title_key" TO "happening_event_id_what_key";
-- rename_constraint audit.line.line_text line_says
ALTER TABLE "audit"."line" RENAME CONSTRAINT "line_says" TO "line_text";
-- rename_index audit.happening_level_idx audit.by_level
ALTER INDEX "audit"."by_level" RENAME TO "happening_level_idx";
-- rename_table audit.event audit.happening
ALTER TABLE "audit"."happening" RENAME TO "event";
ALTER TABLE "audit"."event" RENAME CONSTRAINT "happening_pkey" TO "event_pkey";
ALTER TABLE "audit"."event" RENAME CONSTRAINT "happening_event_id_fkey" TO "event_event_id_fkey";
ALTER TABLE "audit"."event" RENAME CONSTRAINT "happening_what_key" TO "event_what_key";
ALTER TABLE "audit"."event" RENAME CONSTRAINT "happening_note_check" TO "event_note_check";
ALTER INDEX "audit"."happening_level_idx" RENAME TO "event_level_idx";
ALTER INDEX "audit"."happening_what_id_idx" RENAME TO "event_what_id_idx";
ALTER TABLE "audit"."event" RENAME CONSTRAINT "happening_event_id_what_key" TO "event_event_id_what_key";
ALTER SEQUENCE "audit"."happening_id_seq" RENAME TO "event_id_seq";

-- 12 one less
-- drop_index audit.event_of
-- after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY IF EXISTS "audit"."event_of";
-- outside of transactions:
CREATE INDEX CONCURRENTLY "event_of" ON "audit"."event" ("event_id");

-- 11 no NULL
-- alter_column audit.event.note
-- after an interruption:
ALTER TABLE "audit"."event" DROP CONSTRAINT IF EXISTS "_schema_not_null";
ALTER TABLE "audit"."event" ALTER COLUMN "note" DROP NOT NULL;

-- 10 a check by itself
-- add_constraint audit.line.line_text
-- after an interruption:
ALTER TABLE "audit"."line" DROP CONSTRAINT IF EXISTS "line_text";
-- not after an interruption:
ALTER TABLE "audit"."line" DROP CONSTRAINT "line_text";

-- 9 a key by itself
-- add_constraint audit.event.event_event_id_what_key
-- after an interruption:
DROP INDEX IF EXISTS "audit"."event_event_id_what_key";
-- not after an interruption:
ALTER TABLE "audit"."event" DROP CONSTRAINT "event_event_id_what_key";

-- 8 an index by itself
-- create_index event_what_id_idx
-- after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY IF EXISTS "audit"."event_what_id_idx";
-- not after an interruption, outside of transactions:
DROP INDEX CONCURRENTLY "audit"."event_what_id_idx";

-- 7 no trigger
-- drop_function touch
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM 1 FROM audit.line; RETURN NEW; END $$;
-- drop_trigger touched
CREATE CONSTRAINT TRIGGER touched AFTER UPDATE OF note ON audit.event INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch();

-- 6 rows whose checks wait
-- add_column audit.event.more
ALTER TABLE "audit"."event" DROP COLUMN "more";
-- data update audit.event
UPDATE audit.event SET note = substr(note, 7);
SET CONSTRAINTS "audit"."line_event_id_fkey", "audit"."touched" IMMEDIATE;

-- 5 a trigger on a table of the schema
-- create_trigger audit.event.touched
DROP TRIGGER "touched" ON "audit"."event";
-- create_function touch
DROP ROUTINE "touch";

-- 4 as of now

-- 3 views
-- create_materialized_view audit.levels
DROP MATERIALIZED VIEW "audit"."levels";
-- create_view lines
DROP VIEW "lines";
-- create_view audit.recent
DROP VIEW "audit"."recent";

-- 2 rows, by pairs of names
-- data update audit.event
UPDATE audit.event AS a SET note = NULL WHERE a.note IS NOT NULL;
-- data insert "audit".line
DELETE FROM audit.line;
-- data insert audit.event
DELETE FROM audit.event;
-- data insert event
DELETE FROM event;
SET CONSTRAINTS "audit"."line_event_id_fkey" IMMEDIATE;

-- 1 a schema, and names that stand in both
-- create_table audit.line
DROP TABLE "audit"."line";
-- create_table audit.event
DROP TABLE "audit"."event";
-- create_enumeration audit.level
DROP TYPE "audit"."level";
-- create_schema audit
DROP SCHEMA "audit";
-- create_table event
DROP TABLE "event";

