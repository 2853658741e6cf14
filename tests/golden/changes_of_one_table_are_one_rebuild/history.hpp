// With renames of its columns and its indexes between.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_changes_of_one_table_are_one_rebuild {
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

struct m2 : migration<2, "lessons in order",
    drop_index<"lessons_title_idx">,
    add_constraint<"lessons", unique_on<"event_id", "title">>,
    rename_column<"lessons", "minutes", "length">,
    alter_column<"lessons", "length", set_default<45>>,
    alter_column<"lessons", "length", set_type<bigint, conversion<"length * 60">, reverse_conversion<"length / 60">>>,
    create_index<"lessons", index_on<"length">>,
    alter_column<"events", "name", set_default<"">>> {};

struct history : migrations<m1, m2> {};

} // namespace golden_changes_of_one_table_are_one_rebuild
