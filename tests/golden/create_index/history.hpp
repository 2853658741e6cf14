// Plain, unique, partial, by expression; then they go.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_create_index {
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

struct m2 : migration<2, "indexes",
    create_index<"lessons", index_on<"event_id", desc("title")>>,
    create_index<"lessons", unique_index_on<expr("lower(title)")>>,
    create_index<"lessons", named<"lessons_long", index_on<"event_id", where("minutes >= 20")>>>> {};

struct m3 : migration<3, "fewer", drop_index<"lessons_long">, drop_index<"lessons_event_id_title_idx">> {};

struct history : migrations<m1, m2, m3> {};

} // namespace golden_create_index
