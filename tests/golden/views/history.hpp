// Views: created over each other, followed through renames, replaced in both ways, in the way of a label that goes.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_views {
using namespace schema::dsl;

struct m1 : migration<1, "lessons with rows, and what is asked of them",
    create_enumeration<"level", "easy", "hard">,
    create_table<"events",
        column<"id",       integer, primary_key>,
        column<"title",    text>>,
    create_table<"lessons",
        column<"id",       integer, primary_key>,
        column<"event_id", integer, references<"events", "id">>,
        column<"name",     text>,
        column<"level",    enumeration<"level">>,
        column<"is_open",  boolean>,
        column<"minutes",  integer>>,
    create_table<"notes",
        column<"id",       integer, primary_key>,
        column<quoted<"Text">, text>>,
    create_view<"texts", "SELECT n.id, n.\"Text\" FROM notes AS n">,
    data<"INSERT INTO notes (id, \"Text\") VALUES (1, 'kept')">,
    data<"INSERT INTO events (id, title) VALUES (1, 'Launch'), (2, 'Autumn')">,
    data<"INSERT INTO lessons (id, event_id, name, level, is_open, minutes) "
         "VALUES (1, 1, 'First', 'easy', true, 10), (2, 1, 'Second', 'hard', false, 20), (3, 2, 'Other', 'hard', true, 30)">,
    create_view<"open_lessons",
        "SELECT lessons.id, e.title AS event, lessons.name, level FROM lessons "
        "JOIN events AS e ON e.id = lessons.event_id WHERE is_open = true">,
    create_view<"event_minutes",
        "SELECT l.event_id, sum(l.minutes) AS minutes, count(*) AS lessons FROM lessons AS l GROUP BY l.event_id">,
    create_view<"busy_events",
        "WITH named AS (SELECT id, title FROM events) SELECT named.title, m.minutes FROM named "
        "JOIN event_minutes AS m ON m.event_id = named.id WHERE m.lessons > 1 ORDER BY named.title">> {};

struct m2 : migration<2, "all that they name is renamed",
    rename_column<"events", "title", "headline">,
    rename_column<"lessons", "name", "label">,
    rename_column<"notes", quoted<"Text">, "text">,
    rename_table<"lessons", "units">> {};

struct m3 : migration<3, "one more column, another query",
    replace_view<"open_lessons",
        "SELECT units.id, e.headline AS event, units.label AS name, level, minutes FROM units "
        "JOIN events AS e ON e.id = units.event_id WHERE is_open = true">,
    replace_view<"busy_events", "SELECT e.headline, e.id FROM events AS e WHERE e.id > 1">> {};

struct m4 : migration<4, "a label more, and a table built anew on SQLite",
    add_value<"level", "absurd">,
    add_constraint<"units", check<"units_long", "minutes > 0">>> {};

struct m5 : migration<5, "they go",
    drop_view<"busy_events">,
    drop_view<"event_minutes">,
    drop_view<"open_lessons">,
    drop_view<"texts">> {};

struct history : migrations<m1, m2, m3, m4, m5> {};

} // namespace golden_views
