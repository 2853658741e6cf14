-- 1 teams and captains
-- create_table teams
CREATE TABLE "teams" (
  "id" integer NOT NULL,
  "captain_id" integer NOT NULL,
  "rival_id" integer,
  CONSTRAINT "teams_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "teams_rival" FOREIGN KEY ("rival_id") REFERENCES "teams" ("id") DEFERRABLE
);
-- create_table players
CREATE TABLE "players" (
  "id" integer NOT NULL,
  "team_id" integer NOT NULL,
  CONSTRAINT "players_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "players_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
-- add_constraint teams.teams_captain
ALTER TABLE "teams" ADD CONSTRAINT "teams_captain" FOREIGN KEY ("captain_id") REFERENCES "players" ("id") DEFERRABLE INITIALLY DEFERRED;

-- 2 the first teams
-- data insert teams
INSERT INTO teams (id, captain_id) VALUES (1, 10), (2, 20);
-- create_table apart
CREATE TABLE "apart" (
  "id" integer NOT NULL,
  CONSTRAINT "apart_pkey" PRIMARY KEY ("id")
);
-- rename_column teams.rival_id rival
ALTER TABLE "teams" RENAME COLUMN "rival_id" TO "rival";
-- data insert players
INSERT INTO players (id, team_id) VALUES (10, 1), (20, 2);
SET CONSTRAINTS "players_team_id_fkey", "teams_captain" IMMEDIATE;

-- 3 more of them
-- data insert teams
INSERT INTO teams (id, captain_id) VALUES (3, 10);
SET CONSTRAINTS "players_team_id_fkey", "teams_captain" IMMEDIATE;
-- add_column players.shirt
ALTER TABLE "players" ADD COLUMN "shirt" integer;
-- data update players
SET CONSTRAINTS "players_team_id_fkey", "teams_captain" DEFERRED;
UPDATE players SET shirt = id;
SET CONSTRAINTS "players_team_id_fkey", "teams_captain" IMMEDIATE;
-- add_column teams.motto
ALTER TABLE "teams" ADD COLUMN "motto" text;
-- create_index players_shirt_idx
CREATE INDEX "players_shirt_idx" ON "players" ("shirt");

-- 4 apart
-- drop_constraint players.players_team_id_fkey
ALTER TABLE "players" DROP CONSTRAINT "players_team_id_fkey";
-- add_constraint players.players_team_id_fkey
ALTER TABLE "players" ADD CONSTRAINT "players_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams" ("id") DEFERRABLE;

-- 5 other terms
-- alter_constraint teams.teams_captain
ALTER TABLE "teams" ALTER CONSTRAINT "teams_captain" DEFERRABLE;
-- alter_constraint teams.teams_rival
ALTER TABLE "teams" ALTER CONSTRAINT "teams_rival" NOT DEFERRABLE;
-- data update players
UPDATE players SET team_id = 1;
-- alter_constraint players.players_team_id_fkey
ALTER TABLE "players" ALTER CONSTRAINT "players_team_id_fkey" DEFERRABLE INITIALLY DEFERRED;
-- rename_column players.team_id of_team
ALTER TABLE "players" RENAME COLUMN "team_id" TO "of_team";
ALTER TABLE "players" RENAME CONSTRAINT "players_team_id_fkey" TO "players_of_team_fkey";
-- data update players
SET CONSTRAINTS "players_of_team_fkey" IMMEDIATE;

