// A key and a check get names of their own.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_rename_constraint {
using namespace schema::dsl;

struct m1 : migration<1, "tables with rows",
    create_table<"events",
        column<"id",       integer, primary_key>,
        column<"name",     text>>,
    create_table<"lessons",
        column<"id",       integer, primary_key>,
        column<"event_id", integer, references<"events", "id", on_delete::cascade>>,
        column<"title",    text>,
        column<"minutes",  integer, check<"minutes >= 0">>,
        index_on<"title">>,
    data<"INSERT INTO events (id, name) VALUES (1, 'Launch'), (2, 'Autumn')">,
    data<"INSERT INTO lessons (id, event_id, title, minutes) "
         "VALUES (1, 1, 'First', 10), (2, 1, 'Second', 20), (3, 2, 'Other', 30)">> {};

struct m2 : migration<2, "names",
    rename_constraint<"lessons", "lessons_minutes_check", "minutes_count">,
    rename_constraint<"lessons", "lessons_pkey", "lessons_key">> {};

struct history : migrations<m1, m2> {};

} // namespace golden_rename_constraint
