-- 2 a rebuild
-- rename_column samples.t label
ALTER TABLE "samples" RENAME COLUMN "label" TO "t";
ALTER INDEX "samples_coalesce_label_idx" RENAME TO "samples_coalesce_t_idx";
-- rename_column samples.n number
ALTER TABLE "samples" RENAME COLUMN "number" TO "n";

-- 1 expressions
-- create_table samples
DROP TABLE "samples";
-- create_enumeration kind
DROP TYPE "kind";

