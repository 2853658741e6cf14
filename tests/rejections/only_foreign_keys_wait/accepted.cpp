// The accepted twin of rejected.cpp: a foreign key is put off on both databases.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct teams : table<"teams", column<"id", integer, primary_key>> {};
struct players : table<"players", column<"id", integer, primary_key>,
                       column<"team_id", integer, unique, references<"teams", "id", initially_deferred>>> {};
struct tables : schema::tables<teams, players> {};

struct m0001 : migration<1, "teams", create_table<"teams", column<"id", integer, primary_key>>,
                         create_table<"players", column<"id", integer, primary_key>,
                                      column<"team_id", integer, unique, references<"teams", "id">>>> {};
struct m0002
    : migration<2, "in any order", alter_constraint<"players", "players_team_id_fkey", initially_deferred>> {
};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
