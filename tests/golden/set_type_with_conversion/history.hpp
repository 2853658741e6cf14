// There and back, with a default that steps aside.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_set_type_with_conversion {
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

struct m2 : migration<2, "seconds, flags, labels",
    create_enumeration<"size", "short", "long">,
    add_column<"lessons", column<"size", text, default_to<"short">>>,
    add_column<"lessons", column<"state", smallint, default_to<1>>>> {};

struct m3 : migration<3, "conversions",
    alter_column<"lessons", "minutes", set_type<bigint, conversion<"minutes * 60">, reverse_conversion<"minutes / 60">>>,
    alter_column<"lessons", "state", set_type<boolean, conversion<"state <> 0">,
                                     reverse_conversion<"CASE WHEN state THEN 1 ELSE 0 END">>, set_default<true>>,
    alter_column<"lessons", "size", set_type<enumeration<"size">, conversion<"lower(size)">,
                                     reverse_conversion<"CAST(size AS text)">>, set_default<"long">>> {};

struct history : migrations<m1, m2, m3> {};

} // namespace golden_set_type_with_conversion
