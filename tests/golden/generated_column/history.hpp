// Generated columns: created, added beside rows, renamed with what they read, carried through a rebuild, dropped.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_generated_column {
using namespace schema::dsl;

struct m1 : migration<1, "members with rows",
    create_table<"members",
        column<"id",       integer, primary_key>,
        column<"email",    text>,
        column<"first",    text>,
        column<"family",   text,    nullable>,
        column<"email_key", text,   generated<"lower(email)">>,
        unique_on<"email_key">>,
    data<"INSERT INTO members (id, email, first, family) VALUES (1, 'Ann@x.org', 'Ann', 'Ash'), (2, 'bo@x.org', 'Bo', NULL)">> {};

struct m2 : migration<2, "the name they show",
    add_column<"members", column<"shown", text, generated<"first || COALESCE(' ' || family, '')">>>,
    add_column<"members", column<"is_whole", boolean, generated<"family IS NOT NULL">>>,
    create_index<"members", index_on<"shown">>> {};

struct m3 : migration<3, "its source is renamed",
    rename_column<"members", "family", "last">,
    rename_table<"members", "people">> {};

struct m4 : migration<4, "the table is built anew on SQLite",
    add_constraint<"people", check<"people_named", "shown <> ''">>,
    data<"UPDATE people SET last = 'Oak' WHERE last IS NULL", undo<"UPDATE people SET last = NULL WHERE last = 'Oak'">>,
    alter_column<"people", "last", set_not_null>> {};

struct m5 : migration<5, "it goes",
    drop_column<"people", "is_whole">> {};

struct history : migrations<m1, m2, m3, m4, m5> {};

} // namespace golden_generated_column
