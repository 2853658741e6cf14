// Defaults, by value and by expression.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_default_set_and_dropped {
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

struct m2 : migration<2, "defaults",
    alter_column<"lessons", "minutes", set_default<45>>,
    alter_column<"lessons", "title", set_default<"Untitled">>> {};

struct m3 : migration<3, "none", alter_column<"lessons", "minutes", drop_default>> {};

struct history : migrations<m1, m2, m3> {};

} // namespace golden_default_set_and_dropped
