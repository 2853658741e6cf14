// Rows changed; what the backends spell differently is translated.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_data {
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

struct m2 : migration<2, "stamps",
    add_column<"lessons", column<"changed_at", timestamptz, nullable>>,
    data<"UPDATE lessons -- all that are long\n SET changed_at = now(), title = btrim(title) WHERE title LIKE 'F%' AND TRUE",
         undo<"UPDATE lessons SET changed_at = NULL">>,
    data<"INSERT INTO lessons (id, event_id, title, minutes, changed_at) "
         "SELECT id + 100, event_id, title, minutes, CURRENT_TIMESTAMP FROM lessons WHERE minutes IS DISTINCT FROM 10",
         undo<"DELETE FROM lessons WHERE id > 100">>> {};

struct history : migrations<m1, m2> {};

} // namespace golden_data
