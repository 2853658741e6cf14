-- 1 expressions
-- create_enumeration kind
CREATE TYPE "kind" AS ENUM ('a', 'b');
-- create_table samples
CREATE TABLE "samples" (
  "id" integer NOT NULL,
  "n" integer,
  "t" text NOT NULL DEFAULT ('x' || 'y'),
  "at" timestamptz NOT NULL DEFAULT (CURRENT_TIMESTAMP),
  "day" date NOT NULL DEFAULT now(),
  "flag" boolean NOT NULL DEFAULT (NOT TRUE),
  "kind" "kind" NOT NULL DEFAULT 'a',
  "price" numeric(6, 2) NOT NULL DEFAULT 10.00,
  "data" jsonb NOT NULL DEFAULT '{"n": 5}',
  "key" uuid NOT NULL DEFAULT '00000000-0000-4000-8000-00000000000a',
  "since" timestamptz NOT NULL DEFAULT '2020-01-01',
  CONSTRAINT "samples_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "c1" CHECK ("n" IS DISTINCT FROM 5 AND ("n" + 1) * 2 - (-"n") <> 3 OR "n" IS NULL),
  CONSTRAINT "c2" CHECK ("t" LIKE 'x%' AND "t" NOT LIKE '%*_z' AND octet_length("t") < 100),
  CONSTRAINT "c3" CHECK (CAST("n" AS text) || "t" <> 'q' AND CAST("flag" AS integer) < 2 AND CAST("price" AS integer) > 1),
  CONSTRAINT "c4" CHECK (CASE "kind" WHEN 'a' THEN "n" > 1 ELSE "n" IS NOT NULL END IS NOT FALSE),
  CONSTRAINT "c5" CHECK (greatest("n", 3) >= 3 AND least(1, "n", 2) <= 1 AND coalesce("n", 0) BETWEEN (-10) AND 10 * 10),
  CONSTRAINT "c6" CHECK ("at" >= CAST('2020-01-01' AS timestamptz) AND CAST("at" AS date) > '2020-01-01'),
  CONSTRAINT "c7" CHECK ("data" ->> 'n' = '5' AND "kind" IN ('a', 'b') AND NOT "flag" AND strpos("t", 'y') = 2),
  CONSTRAINT "c8" CHECK ("price" > 9 AND "flag" = FALSE AND CAST("flag" AS text) = 'false'),
  CONSTRAINT "c9" CHECK ("at" > '2020-01-01 10:00' AND "key" IN ('00000000-0000-4000-8000-00000000000A', "key") AND "since" BETWEEN '1999-12-31' AND "at")
);
CREATE INDEX "samples_coalesce_t_idx" ON "samples" ((coalesce("n", 0)), "t" DESC);
-- data insert samples
INSERT INTO samples (id, n) VALUES (1, 4), (2, NULL), (3, 10);

-- 2 a rebuild
-- rename_column samples.n number
ALTER TABLE "samples" RENAME COLUMN "n" TO "number";
-- rename_column samples.t label
ALTER TABLE "samples" RENAME COLUMN "t" TO "label";
ALTER INDEX "samples_coalesce_t_idx" RENAME TO "samples_coalesce_label_idx";

