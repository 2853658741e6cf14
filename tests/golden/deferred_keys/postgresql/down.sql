-- 5 other terms
-- rename_column players.team_id of_team
ALTER TABLE "players" RENAME COLUMN "of_team" TO "team_id";
ALTER TABLE "players" RENAME CONSTRAINT "players_of_team_fkey" TO "players_team_id_fkey";
-- alter_constraint players.players_team_id_fkey
ALTER TABLE "players" ALTER CONSTRAINT "players_team_id_fkey" DEFERRABLE;
-- data update players
UPDATE players SET team_id = id / 10;
-- alter_constraint teams.teams_rival
ALTER TABLE "teams" ALTER CONSTRAINT "teams_rival" DEFERRABLE;
-- alter_constraint teams.teams_captain
ALTER TABLE "teams" ALTER CONSTRAINT "teams_captain" DEFERRABLE INITIALLY DEFERRED;
-- data update players
SET CONSTRAINTS "teams_captain" IMMEDIATE;

-- 4 apart
-- add_constraint players.players_team_id_fkey
ALTER TABLE "players" DROP CONSTRAINT "players_team_id_fkey";
-- drop_constraint players.players_team_id_fkey
ALTER TABLE "players" ADD CONSTRAINT "players_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- 3 more of them
-- create_index players_shirt_idx
DROP INDEX "players_shirt_idx";
-- add_column teams.motto
ALTER TABLE "teams" DROP COLUMN "motto";
-- add_column players.shirt
ALTER TABLE "players" DROP COLUMN "shirt";
-- data insert teams
DELETE FROM teams WHERE id = 3;
SET CONSTRAINTS "players_team_id_fkey", "teams_captain" IMMEDIATE;

-- 2 the first teams
-- rename_column teams.rival_id rival
ALTER TABLE "teams" RENAME COLUMN "rival" TO "rival_id";
-- create_table apart
DROP TABLE "apart";
-- data insert teams
DELETE FROM teams;
SET CONSTRAINTS "players_team_id_fkey", "teams_captain" IMMEDIATE;

-- 1 teams and captains
-- add_constraint teams.teams_captain
ALTER TABLE "teams" DROP CONSTRAINT "teams_captain";
-- create_table players
DROP TABLE "players";
-- create_table teams
DROP TABLE "teams";

