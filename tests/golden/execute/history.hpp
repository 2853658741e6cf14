// SQL as it stands, for one backend or both, with its effects declared.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_execute {
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

struct m2 : migration<2, "by hand",
    execute<up<postgresql<"ALTER TABLE lessons SET (fillfactor = 80);">>,
            down<postgresql<"ALTER TABLE lessons RESET (fillfactor)">>>,
    execute<up<postgresql<"CREATE INDEX lessons_by_hash ON lessons USING hash (title)">,
               sqlite<"CREATE INDEX lessons_by_hash ON lessons (title)">>,
            down<postgresql<"DROP INDEX lessons_by_hash">, sqlite<"DROP INDEX lessons_by_hash">>,
            effects<create_index<"lessons", named<"lessons_by_hash", index_on<"title", index_method::hash>>>>>> {};

struct m3 : migration<3, "after it", rename_column<"lessons", "minutes", "length">> {};

struct history : migrations<m1, m2, m3> {};

} // namespace golden_execute
