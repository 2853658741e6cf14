// One of each kind, then they go.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_add_constraint {
using namespace schema::dsl;

struct m1 : migration<1, "a table without any",
    create_table<"events", column<"id", integer>, column<"name", text>>,
    create_table<"lessons", column<"id", integer>, column<"event_id", integer>, column<"title", text>>,
    data<"INSERT INTO events (id, name) VALUES (1, 'Launch')">,
    data<"INSERT INTO lessons (id, event_id, title) VALUES (1, 1, 'First'), (2, 1, 'Second')">> {};

struct m2 : migration<2, "constraints",
    add_constraint<"events", primary_key_on<"id">>,
    add_constraint<"lessons", primary_key_on<"id">>,
    add_constraint<"lessons", unique_on<"event_id", "title">>,
    add_constraint<"lessons", check<"length(title) > 0">>,
    add_constraint<"lessons", foreign_key<columns<"event_id">, references_on<"events", "id", on_delete::restrict>>>> {};

struct m3 : migration<3, "none again",
    drop_constraint<"lessons", "lessons_event_id_fkey">,
    drop_constraint<"lessons", "lessons_title_check">,
    drop_constraint<"lessons", "lessons_event_id_title_key">,
    drop_constraint<"lessons", "lessons_pkey">> {};

struct history : migrations<m1, m2, m3> {};

} // namespace golden_add_constraint
