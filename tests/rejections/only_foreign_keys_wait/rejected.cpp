// A unique key is to be put off to the end of a transaction, which SQLite can't do.
// error: verdict::only_foreign_keys_wait<schema::verdict::table<
// error: {"players"}
// error: {"players_team_id_key"}
// error: at_migration<2>
// error: name_a_foreign_key
// sentence: migration 2: "players": "players_team_id_key" is no foreign key, and no other constraint is put
// off
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct teams : table<"teams", column<"id", integer, primary_key>> {};
struct players : table<"players", column<"id", integer, primary_key>,
                       column<"team_id", integer, unique, references<"teams", "id">>> {};
struct tables : schema::tables<teams, players> {};

struct m0001 : migration<1, "teams", create_table<"teams", column<"id", integer, primary_key>>,
                         create_table<"players", column<"id", integer, primary_key>,
                                      column<"team_id", integer, unique, references<"teams", "id">>>> {};
struct m0002
    : migration<2, "in any order", alter_constraint<"players", "players_team_id_key", initially_deferred>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
