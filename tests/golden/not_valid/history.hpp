// Constraints that hold for new rows at first and are proven later. SQLite knows none of that kind: there they begin to
// stand when they are proven.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_not_valid {
using namespace schema::dsl;

struct m1 : migration<1, "lessons",
    create_table<"events", column<"id", bigint, primary_key>>,
    create_table<"lessons",
        column<"id",       bigint, primary_key>,
        column<"event_id", bigint>,
        column<"title",    text>,
        column<"minutes",  integer>>> {};

struct m2 : migration<2, "for new rows",
    add_constraint<"lessons", not_valid<check<"minutes >= 0">>>,
    add_constraint<"lessons", not_valid<check<"lessons_titled", "title <> ''">>>,
    add_constraint<"lessons", not_valid<foreign_key<columns<"event_id">,
                                                    references_on<"events", "id", on_delete::cascade, deferrable>>>>> {};

struct m3 : migration<3, "under other names",
    rename_column<"lessons", "minutes", "duration">,
    rename_constraint<"lessons", "lessons_titled", "lessons_are_titled">,
    alter_constraint<"lessons", "lessons_event_id_fkey", initially_deferred>> {};

struct m4 : migration<4, "proven",
    validate_constraint<"lessons", "lessons_duration_check">,
    validate_constraint<"lessons", "lessons_event_id_fkey">> {};

struct m5 : migration<5, "never proven",
    drop_constraint<"lessons", "lessons_are_titled">> {};

struct m6 : migration<6, "for new rows again",
    add_constraint<"lessons", not_valid<check<"lessons_titled", "title <> ''">>>,
    add_constraint<"lessons", not_valid<check<"lessons_of_event", "event_id > 0 OR title = 'x'">>>> {};

struct m7 : migration<7, "gone", drop_table<"lessons", loses_data>> {};

struct history : migrations<m1, m2, m3, m4, m5, m6, m7> {};

} // namespace golden_not_valid
