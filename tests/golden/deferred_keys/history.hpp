// Two tables that refer to each other, and rows that are whole only at the end: where a table is altered between, what is
// to come is checked before.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_deferred_keys {
using namespace schema::dsl;

struct m1 : migration<1, "teams and captains",
    create_table<"teams",
        column<"id",         integer, primary_key>,
        column<"captain_id", integer>,
        column<"rival_id",   integer, nullable>,
        named<"teams_rival", foreign_key<columns<"rival_id">, references_on<"teams", "id", deferrable>>>>,
    create_table<"players",
        column<"id",      integer, primary_key>,
        column<"team_id", integer, references<"teams", "id", on_delete::cascade, initially_deferred>>>,
    add_constraint<"teams", named<"teams_captain", foreign_key<columns<"captain_id">,
                                                              references_on<"players", "id", initially_deferred>>>>> {};

struct m2 : migration<2, "the first teams",
    data<"INSERT INTO teams (id, captain_id) VALUES (1, 10), (2, 20)", undo<"DELETE FROM teams">>,
    create_table<"apart", column<"id", integer, primary_key>>,
    rename_column<"teams", "rival_id", "rival">,
    data<"INSERT INTO players (id, team_id) VALUES (10, 1), (20, 2)">> {};

struct m3 : migration<3, "more of them",
    data<"INSERT INTO teams (id, captain_id) VALUES (3, 10)", undo<"DELETE FROM teams WHERE id = 3">>,
    add_column<"players", column<"shirt", integer, nullable>>,
    data<"UPDATE players SET shirt = id">,
    add_column<"teams", column<"motto", text, nullable>>,
    create_index<"players", index_on<"shirt">>> {};

struct m4 : migration<4, "apart",
    drop_constraint<"players", "players_team_id_fkey">,
    add_constraint<"players", foreign_key<columns<"team_id">, references_on<"teams", "id", deferrable>>>> {};

struct m5 : migration<5, "other terms",
    alter_constraint<"teams", "teams_captain", deferrable>,
    alter_constraint<"teams", "teams_rival", not_deferrable>,
    data<"UPDATE players SET team_id = 1", undo<"UPDATE players SET team_id = id / 10">>,
    alter_constraint<"players", "players_team_id_fkey", initially_deferred>,
    rename_column<"players", "team_id", "of_team">> {};

struct history : migrations<m1, m2, m3, m4, m5> {};

} // namespace golden_deferred_keys
