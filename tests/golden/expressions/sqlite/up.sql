-- 1 expressions
-- create_table samples
CREATE TABLE "samples" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "n" INTEGER CHECK ("n" BETWEEN -2147483648 AND 2147483647),
  "t" TEXT NOT NULL DEFAULT ('x' || 'y'),
  "at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')) CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', "at", '+0 days') IS "at"),
  "day" TEXT NOT NULL DEFAULT (date('now')) CHECK (date("day", '+0 days') IS "day"),
  "flag" INTEGER NOT NULL DEFAULT (NOT TRUE) CHECK ("flag" IN (0, 1)),
  "kind" TEXT NOT NULL DEFAULT 'a' CHECK ("kind" IN ('a', 'b')),
  "price" TEXT NOT NULL DEFAULT '10.00' CHECK (("price" GLOB '[0-9]*' OR "price" GLOB '-[0-9]*') AND substr("price", 2) NOT GLOB '*[^0-9.]*' AND "price" NOT GLOB '*.*.*' AND ltrim("price", '-') NOT GLOB '0[0-9]*' AND instr("price", '.') = length("price") - 2 AND length(replace(ltrim("price", '-'), '.', '')) <= 6),
  "data" TEXT NOT NULL DEFAULT '{"n": 5}' CHECK (json_valid("data")),
  "key" TEXT NOT NULL DEFAULT '00000000-0000-4000-8000-00000000000a' CHECK ("key" LIKE '________-____-____-____-____________' AND length(replace("key", '-', '')) = 32 AND "key" NOT GLOB '*[^0-9a-f-]*'),
  "since" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', '2020-01-01')) CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', "since", '+0 days') IS "since"),
  CONSTRAINT "samples_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "c1" CHECK ("n" IS NOT 5 AND ((("n" + 1) * 2) - (-"n")) <> 3 OR "n" IS NULL),
  CONSTRAINT "c2" CHECK ("t" GLOB 'x*' AND "t" NOT GLOB '*[*]?z' AND length(CAST("t" AS blob)) < 100),
  CONSTRAINT "c3" CHECK ((CAST("n" AS text) || "t") <> 'q' AND CAST("flag" AS integer) < 2 AND CAST(round(CAST("price" AS REAL)) AS integer) > 1),
  CONSTRAINT "c4" CHECK (CASE "kind" WHEN 'a' THEN "n" > 1 ELSE "n" IS NOT NULL END IS NOT FALSE),
  CONSTRAINT "c5" CHECK (max(coalesce("n", 3), coalesce(3, "n")) >= 3 AND min(coalesce(1, "n", 2), coalesce("n", 1, 2), coalesce(2, 1, "n")) <= 1 AND coalesce("n", 0) BETWEEN (-10) AND (10 * 10)),
  CONSTRAINT "c6" CHECK ("at" >= strftime('%Y-%m-%dT%H:%M:%fZ', '2020-01-01') AND date("at") > '2020-01-01'),
  CONSTRAINT "c7" CHECK ((CASE substr("data" -> 'n', 1, 1) WHEN '"' THEN "data" ->> 'n' WHEN 'n' THEN NULL ELSE "data" -> 'n' END) = '5' AND "kind" IN ('a', 'b') AND NOT "flag" AND instr("t", 'y') = 2),
  CONSTRAINT "c8" CHECK (CAST("price" AS REAL) > 9 AND "flag" = FALSE AND CASE WHEN "flag" THEN 'true' WHEN NOT ("flag") THEN 'false' END = 'false'),
  CONSTRAINT "c9" CHECK ("at" > strftime('%Y-%m-%dT%H:%M:%fZ', '2020-01-01 10:00') AND "key" IN (lower('00000000-0000-4000-8000-00000000000A'), "key") AND "since" BETWEEN strftime('%Y-%m-%dT%H:%M:%fZ', '1999-12-31') AND "at")
) STRICT;
CREATE INDEX "samples_coalesce_t_idx" ON "samples" ((coalesce("n", 0)), "t" DESC);
-- data insert samples
INSERT INTO samples (id, n) VALUES (1, 4), (2, NULL), (3, 10);

-- 2 a rebuild
-- rename_column samples.n number
ALTER TABLE "samples" RENAME COLUMN "n" TO "number";
-- rename_column samples.t label
ALTER TABLE "samples" RENAME COLUMN "t" TO "label";
DROP INDEX "samples_coalesce_t_idx";
CREATE INDEX "samples_coalesce_label_idx" ON "samples" ((coalesce("number", 0)), "label" DESC);

