-- 1 teams and captains (rebuilds)
-- create_table teams
CREATE TABLE "teams" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "captain_id" INTEGER NOT NULL CHECK ("captain_id" BETWEEN -2147483648 AND 2147483647),
  "rival_id" INTEGER CHECK ("rival_id" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "teams_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "teams_rival" FOREIGN KEY ("rival_id") REFERENCES "teams" ("id") DEFERRABLE
) STRICT;
-- create_table players
CREATE TABLE "players" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "team_id" INTEGER NOT NULL CHECK ("team_id" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "players_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "players_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams" ("id") ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
-- add_constraint teams.teams_captain
-- keep teams
CREATE TABLE "_schema_new_teams" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "captain_id" INTEGER NOT NULL CHECK ("captain_id" BETWEEN -2147483648 AND 2147483647),
  "rival_id" INTEGER CHECK ("rival_id" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "teams_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "teams_rival" FOREIGN KEY ("rival_id") REFERENCES "teams" ("id") DEFERRABLE,
  CONSTRAINT "teams_captain" FOREIGN KEY ("captain_id") REFERENCES "players" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "_schema_new_teams" ("id", "captain_id", "rival_id") SELECT "id", "captain_id", "rival_id" FROM "teams";
DROP TABLE "teams";
ALTER TABLE "_schema_new_teams" RENAME TO "teams";
-- restore teams

-- 2 the first teams
-- data insert teams
INSERT INTO teams (id, captain_id) VALUES (1, 10), (2, 20);
-- create_table apart
CREATE TABLE "apart" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "apart_pkey" PRIMARY KEY ("id")
) STRICT;
-- rename_column teams.rival_id rival
ALTER TABLE "teams" RENAME COLUMN "rival_id" TO "rival";
-- data insert players
INSERT INTO players (id, team_id) VALUES (10, 1), (20, 2);

-- 3 more of them
-- data insert teams
INSERT INTO teams (id, captain_id) VALUES (3, 10);
-- add_column players.shirt
ALTER TABLE "players" ADD COLUMN "shirt" INTEGER CHECK ("shirt" BETWEEN -2147483648 AND 2147483647);
-- data update players
UPDATE players SET shirt = id;
-- add_column teams.motto
ALTER TABLE "teams" ADD COLUMN "motto" TEXT;
-- create_index players_shirt_idx
CREATE INDEX "players_shirt_idx" ON "players" ("shirt");

-- 4 apart (rebuilds)
-- add_constraint players.players_team_id_fkey
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

-- 5 other terms (rebuilds)
-- alter_constraint teams.teams_rival
-- keep teams
CREATE TABLE "_schema_new_teams" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "captain_id" INTEGER NOT NULL CHECK ("captain_id" BETWEEN -2147483648 AND 2147483647),
  "rival" INTEGER CHECK ("rival" BETWEEN -2147483648 AND 2147483647),
  "motto" TEXT,
  CONSTRAINT "teams_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "teams_captain" FOREIGN KEY ("captain_id") REFERENCES "players" ("id") DEFERRABLE,
  CONSTRAINT "teams_rival" FOREIGN KEY ("rival") REFERENCES "teams" ("id")
) STRICT;
INSERT INTO "_schema_new_teams" ("id", "captain_id", "rival", "motto") SELECT "id", "captain_id", "rival", "motto" FROM "teams";
DROP TABLE "teams";
ALTER TABLE "_schema_new_teams" RENAME TO "teams";
-- restore teams
-- data update players
UPDATE players SET team_id = 1;
-- rename_column players.team_id of_team
PRAGMA legacy_alter_table=OFF;
ALTER TABLE "players" RENAME COLUMN "team_id" TO "of_team";
PRAGMA legacy_alter_table=ON;
DROP INDEX "players_shirt_idx";
-- keep players
CREATE TABLE "_schema_new_players" (
  "id" INT NOT NULL CHECK ("id" BETWEEN -2147483648 AND 2147483647),
  "of_team" INTEGER NOT NULL CHECK ("of_team" BETWEEN -2147483648 AND 2147483647),
  "shirt" INTEGER CHECK ("shirt" BETWEEN -2147483648 AND 2147483647),
  CONSTRAINT "players_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "players_of_team_fkey" FOREIGN KEY ("of_team") REFERENCES "teams" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO "_schema_new_players" ("id", "of_team", "shirt") SELECT "id", "of_team", "shirt" FROM "players";
DROP TABLE "players";
ALTER TABLE "_schema_new_players" RENAME TO "players";
CREATE INDEX "players_shirt_idx" ON "players" ("shirt");
-- restore players

