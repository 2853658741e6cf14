-- 5 other terms (rebuilds)
-- rename_column players.team_id of_team
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "players" RENAME COLUMN "of_team" TO "team_id";
PRAGMA legacy_alter_table=ON;
-- alter_constraint players.players_team_id_fkey
DROP INDEX "players_shirt_idx";
-- keep players
CREATE TABLE "_schema_new_players" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "team_id" INTEGER NOT NULL CHECK ("team_id" BETWEEN -2147483648 AND 2147483647),
  "shirt" INTEGER CHECK ("shirt" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "players_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "players_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams" ("id") DEFERRABLE
) STRICT;
INSERT INTO "_schema_new_players" ("id", "team_id", "shirt") SELECT "id", "team_id", "shirt" FROM "players";
DROP TABLE "players";
ALTER TABLE "_schema_new_players" RENAME TO "players";
CREATE INDEX "players_shirt_idx" ON "players" ("shirt");
-- restore players
-- data update players
UPDATE players SET team_id = id / 10;
-- alter_constraint teams.teams_captain
-- keep teams
CREATE TABLE "_schema_new_teams" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "captain_id" INTEGER NOT NULL CHECK ("captain_id" BETWEEN -2147483648 AND 2147483647),
  "rival" INTEGER CHECK ("rival" BETWEEN -2147483648 AND 2147483647),
  "motto" TEXT,
  CONSTRAINT "teams_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "teams_rival" FOREIGN KEY ("rival") REFERENCES "teams" ("id") DEFERRABLE,
  CONSTRAINT "teams_captain" FOREIGN KEY ("captain_id") REFERENCES "players" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "_schema_new_teams" ("id", "captain_id", "rival", "motto") SELECT "id", "captain_id", "rival", "motto" FROM "teams";
DROP TABLE "teams";
ALTER TABLE "_schema_new_teams" RENAME TO "teams";
-- restore teams

-- 4 apart (rebuilds)
-- drop_constraint players.players_team_id_fkey
DROP INDEX "players_shirt_idx";
-- keep players
CREATE TABLE "_schema_new_players" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "team_id" INTEGER NOT NULL CHECK ("team_id" BETWEEN -2147483648 AND 2147483647),
  "shirt" INTEGER CHECK ("shirt" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "players_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "players_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "_schema_new_players" ("id", "team_id", "shirt") SELECT "id", "team_id", "shirt" FROM "players";
DROP TABLE "players";
ALTER TABLE "_schema_new_players" RENAME TO "players";
CREATE INDEX "players_shirt_idx" ON "players" ("shirt");
-- restore players

-- 3 more of them
-- create_index players_shirt_idx
DROP INDEX "players_shirt_idx";
-- add_column teams.motto
ALTER TABLE "teams" DROP COLUMN "motto";
-- add_column players.shirt
ALTER TABLE "players" DROP COLUMN "shirt";
-- data insert teams
DELETE FROM teams WHERE id = 3;

-- 2 the first teams
-- rename_column teams.rival_id rival
ALTER TABLE "teams" RENAME COLUMN "rival" TO "rival_id";
-- create_table apart
DROP TABLE "apart";
-- data insert teams
DELETE FROM teams;

-- 1 teams and captains (rebuilds)
-- add_constraint teams.teams_captain
-- keep teams
CREATE TABLE "_schema_new_teams" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "captain_id" INTEGER NOT NULL CHECK ("captain_id" BETWEEN -2147483648 AND 2147483647),
  "rival_id" INTEGER CHECK ("rival_id" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "teams_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "teams_rival" FOREIGN KEY ("rival_id") REFERENCES "teams" ("id") DEFERRABLE
) STRICT;
INSERT INTO "_schema_new_teams" ("id", "captain_id", "rival_id") SELECT "id", "captain_id", "rival_id" FROM "teams";
DROP TABLE "teams";
ALTER TABLE "_schema_new_teams" RENAME TO "teams";
-- restore teams
-- create_table players
DROP TABLE "players";
-- create_table teams
DROP TABLE "teams";

