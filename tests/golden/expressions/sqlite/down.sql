-- 2 a rebuild
-- rename_column samples.t label
ALTER TABLE "samples" RENAME COLUMN "label" TO "t";
DROP INDEX "samples_coalesce_label_idx";
CREATE INDEX "samples_coalesce_t_idx" ON "samples" ((coalesce("number", 0)), "t" DESC);
-- rename_column samples.n number
ALTER TABLE "samples" RENAME COLUMN "number" TO "n";

-- 1 expressions
-- create_table samples
DROP TABLE "samples";

