// A history that nobody would write: names wander and come back, tables refer to themselves and in rings,
// much happens in one migration. At every version the database is what the timeline says.
#include "introspection/agreement.hpp"

#include <schema/dsl.hpp>

using namespace test;

namespace winding {
using namespace schema::dsl;

// clang-format off

struct m1 : migration<1, "beginning",
    create_enumeration<"mood", "calm", "wild">,
    create_table<"people",
        column<"id",     bigint, identity, primary_key>,
        column<"name",   text, check<"length(name) > 0">>,
        column<"boss",   bigint, nullable, references<"people", "id", on_delete::set_null>>,
        column<"mood",   enumeration<"mood">, default_to<"calm">>,
        column<"again",  enumeration<"mood">, nullable>,
        index_on<"name">, index_on<"name", "name">, index_on<expr("lower(name)"), expr("upper(name)")>,
        index_on<"boss", where("mood = 'wild'")>,
        check<"mood = 'calm' OR again IS NOT NULL">>,
    create_table<"teams",
        column<"code",   varchar<10>, primary_key>,
        column<"lead",   bigint, nullable, references<"people", "id">>,
        unique_on<"code", "lead">>,
    create_table<"members",
        column<"person", bigint, references<"people", "id", on_delete::cascade>>,
        column<"team",   varchar<10>, references<"teams", "code", on_update::cascade>>,
        column<"since",  date, default_expr<"CURRENT_DATE">>,
        primary_key_on<"person", "team">>,
    data<"INSERT INTO people (name, mood, again) VALUES ('a', 'wild', 'calm'), ('b', 'calm', NULL)">,
    data<"INSERT INTO teams (code, lead) VALUES ('t', 1), ('u', NULL)">,
    data<"INSERT INTO members (person, team) VALUES (1, 't'), (2, 't')">> {};

/// Two columns change names, in a table that is built anew before and after.
struct m2 : migration<2, "swapped",
    add_constraint<"people", check<"boss <> id">>,
    rename_column<"people", "mood", "spare">,
    rename_column<"people", "again", "mood">,
    rename_column<"people", "spare", "again">,
    add_constraint<"people", unique_on<"name", "boss">>> {};

/// Two tables change names.
struct m3 : migration<3, "tables swapped",
    rename_table<"people", "spare">,
    rename_table<"teams", "people">,
    rename_table<"spare", "teams">> {};

struct m4 : migration<4, "labels",
    add_value<"mood", "sad", before<"wild">>,
    add_value<"mood", "glad">> {};

struct m5 : migration<5, "much at once",
    rename_column<"teams", "name", "title">,
    alter_column<"teams", "title", set_type<varchar<80>>, set_default<"nobody">>,
    drop_constraint<"teams", "teams_title_check">,
    rename_column<"teams", "title", "called">,
    add_constraint<"teams", check<"length(called) BETWEEN 1 AND 80">>,
    rename_index<"teams_called_idx", "by_call">,
    alter_column<"teams", "again", drop_default>,
    add_column<"teams", column<"rank", smallint, default_to<3>, check<"rank > 0">>>,
    create_index<"teams", index_on<desc("rank"), "id">>,
    add_column<"teams", column<"rival", bigint, nullable, references<"teams", "id">>>,
    alter_column<"members", "since", set_type<timestamptz, conversion<"CAST(since AS timestamptz)">,
                                             reverse_conversion<"CAST(since AS date)">>, set_default_expr<"now()">>> {};

/// A name comes back as another thing.
struct m6 : migration<6, "come and gone",
    drop_column<"teams", "rival">,
    add_column<"teams", column<"rival", text, nullable, unique>>,
    drop_index<"by_call">,
    create_index<"teams", named<"by_call", unique_index_on<"called", where("rank < 9 AND called LIKE 'a%'")>>>,
    drop_constraint<"members", "members_pkey">,
    alter_column<"members", "since", drop_default>,
    add_constraint<"members", primary_key_on<"team", "person">>,
    rename_constraint<"members", "members_team_fkey", "in_team">> {};

struct m7 : migration<7, "the key is renamed",
    rename_column<"teams", "id", "number">,
    rename_column<"people", "code", "sign">,
    rename_table<"members", "memberships">,
    rename_table<"teams", "crew">,
    drop_index<"crew_rank_number_idx">,
    rename_constraint<"memberships", "memberships_pkey", "both">> {};

struct m8 : migration<8, "less",
    drop_table<"memberships">,
    create_table<"members",
        column<"id", integer, primary_key>,
        column<"of", bigint, unique, references<"crew", "number", on_delete::cascade, on_update::restrict>>>,
    data<"UPDATE crew SET rival = lower(called)">,
    alter_column<"crew", "rival", set_default<"none">, set_not_null>,
    rename_column<"crew", "again", "temper">> {};

// clang-format on

struct history : migrations<m1, m2, m3, m4, m5, m6, m7, m8> {};

static_assert(schema::timeline_of<history>.found.broken == schema::rule::none);

} // namespace winding

template <class Database> static void wind() {
  if (!Database::available()) return;
  scratch<Database> empty;
  check_every_version<Database, winding::history>(empty);
}

TEST_CASE("SQLite is what a winding timeline says") { wind<sqlite_database>(); }
TEST_CASE("PostgreSQL is what a winding timeline says") { wind<postgresql_database>(); }
