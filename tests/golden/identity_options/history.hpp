// Numbers from a first one on: kept by renames and rebuilds, begun anew with a table that comes back.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_identity_options {
using namespace schema::dsl;

struct m1 : migration<1, "orders",
    create_table<"orders",
        column<"id",   bigint, identity_options<start_with<1000>, cache<5>>, primary_key>,
        column<"note", text>>,
    create_table<"drafts", column<"id", bigint, identity_options<start_with<50>>, primary_key>, column<"note", text>>,
    create_table<"codes", column<"code", text>>,
    data<"INSERT INTO orders (note) VALUES ('first'), ('second')">,
    data<"INSERT INTO codes (code) VALUES ('a'), ('b')">> {};

struct m2 : migration<2, "rows go, the table is renamed",
    data<"DELETE FROM orders WHERE note = 'second'", undo<"INSERT INTO orders (id, note) VALUES (1001, 'second')">>,
    rename_table<"orders", "purchases">> {};

struct m3 : migration<3, "built anew on SQLite",
    alter_column<"purchases", "note", set_type<varchar<40>, loses_data>>> {};

struct m4 : migration<4, "numbers go on",
    data<"INSERT INTO purchases (note) VALUES ('third')", undo<"DELETE FROM purchases WHERE note = 'third'">>,
    drop_table<"drafts", loses_data>> {};

struct m5 : migration<5, "rows that stand are numbered, too",
    assume_safe<"two codes", add_column<"codes", column<"id", bigint, identity_options<start_with<7>>, primary_key>>>> {};

struct history : migrations<m1, m2, m3, m4, m5> {};

} // namespace golden_identity_options
