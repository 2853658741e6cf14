// The history of safe_forms, whose author assumes every step safe as it stands: a transaction each.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_assumed_safe {
using namespace schema::dsl;

struct m1 : migration<1, "tables with rows",
    create_table<"events", column<"id", integer>, column<"name", text>>,
    create_table<"lessons",
        column<"id",       integer, primary_key>,
        column<"event_id", integer>,
        column<"title",    text>,
        column<"minutes",  integer, nullable>>,
    data<"INSERT INTO events (id, name) VALUES (1, 'Launch'), (2, 'Autumn')">,
    data<"INSERT INTO lessons (id, event_id, title, minutes) "
         "VALUES (1, 1, 'First', 10), (2, 1, 'Second', 20), (3, 2, 'Other', 30)">> {};

struct m2 : migration<2, "an index", assume_safe<"few rows", create_index<"lessons", index_on<"event_id", desc("title")>>>> {};
struct m3 : migration<3, "a unique one",
    assume_safe<"few rows", create_index<"lessons", named<quoted<"lessons \"long\"">, unique_index_on<expr("lower(title)"), where("minutes > 15")>>>>> {};
struct m4 : migration<4, "a check", assume_safe<"few rows", add_constraint<"lessons", check<"length(title) > 0">>>> {};
struct m5 : migration<5, "a primary key", assume_safe<"few rows", add_constraint<"events", primary_key_on<"id">>>> {};
struct m6 : migration<6, "a unique key", assume_safe<"few rows", add_constraint<"events", unique_on<"name", "id">>>> {};
struct m7 : migration<7, "a foreign key",
    assume_safe<"few rows", add_constraint<"lessons", foreign_key<columns<"event_id">, references_on<"events", "id", on_delete::cascade>>>>> {};
struct m8 : migration<8, "not null", assume_safe<"few rows", alter_column<"lessons", "minutes", set_not_null>>> {};
struct m9 : migration<9, "assumed safe",
    assume_safe<"few rows", create_index<"events", index_on<"name">>>> {};

struct m10 : migration<10, "null", assume_safe<"few rows", alter_column<"lessons", "minutes", drop_not_null>>> {};
struct m11 : migration<11, "no foreign key", assume_safe<"few rows", drop_constraint<"lessons", "lessons_event_id_fkey">>> {};
struct m12 : migration<12, "no unique key", assume_safe<"few rows", drop_constraint<"events", "events_name_id_key">>> {};
struct m13 : migration<13, "no primary key", assume_safe<"few rows", drop_constraint<"events", "events_pkey">>> {};
struct m14 : migration<14, "no check", assume_safe<"few rows", drop_constraint<"lessons", "lessons_title_check">>> {};
struct m15 : migration<15, "no unique index", assume_safe<"few rows", drop_index<quoted<"lessons \"long\"">>>> {};
struct m16 : migration<16, "no index", assume_safe<"few rows", drop_index<"lessons_event_id_title_idx">>> {};

struct m17 : migration<17, "a default too is a change of its own",
    assume_safe<"few rows", alter_column<"lessons", "minutes", set_not_null, set_default<0>>>> {};

struct history : migrations<m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17> {};

} // namespace golden_assumed_safe
