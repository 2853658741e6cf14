// Functions and triggers: made, replaced, out of the way of what builds their table anew, of a view that steps aside and
// of a label that goes.
#pragma once

#include <schema/triggers.hpp>

namespace golden_triggers {
using namespace schema::dsl;

using lessons_counted = create_trigger<"lessons_counted", "lessons",
    postgresql<"CREATE TRIGGER lessons_counted AFTER INSERT ON lessons "
               "FOR EACH ROW EXECUTE FUNCTION count_lesson();">,
    sqlite<"CREATE TRIGGER lessons_counted AFTER INSERT ON lessons BEGIN\n"
           "  UPDATE events SET lessons = lessons + CASE WHEN new.level = 'hard' THEN 2 ELSE 1 END WHERE id = new.event_id;\n"
           "  SELECT n FROM busy;\n"
           "END;\n">,
    calls<"count_lesson">, uses<"events", "id", "lessons">, uses<"lessons", "event_id", "level">, uses<"busy">>;

struct m1 : migration<1, "lessons are counted",
    create_enumeration<"level", "easy", "hard">,
    create_table<"events",
        column<"id",       integer, primary_key>,
        column<"lessons",  integer, default_to<0>>>,
    create_table<"lessons",
        column<"id",       integer, primary_key>,
        column<"event_id", integer>,
        column<"level",    enumeration<"level">>>,
    create_table<"rooms",
        column<"id",       integer, primary_key>>,
    create_view<"busy", "SELECT count(*) AS n FROM rooms">,
    data<"INSERT INTO events (id) VALUES (1)">,
    create_function<"count_lesson",
        postgresql<"CREATE FUNCTION count_lesson() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                   "UPDATE events SET lessons = lessons + CASE NEW.level WHEN 'hard' THEN 2 ELSE 1 END "
                   "WHERE id = NEW.event_id; RETURN NEW; END $$">,
        uses<"events", "id", "lessons">, uses<"lessons", "event_id", "level">>,
    lessons_counted,
    data<"INSERT INTO lessons (id, event_id, level) VALUES (1, 1, 'easy'), (2, 1, 'hard')">> {};

struct m2 : migration<2, "the table is built anew on SQLite",
    add_constraint<"lessons", check<"lessons_of_one", "event_id > 0">>,
    data<"INSERT INTO lessons (id, event_id, level) VALUES (3, 1, 'easy')", undo<"DELETE FROM lessons WHERE id = 3">>,
    data<"UPDATE events SET lessons = lessons", undo<"UPDATE events SET lessons = lessons - 1">>> {};

struct m3 : migration<3, "a view steps aside, a label comes",
    rename_table<"rooms", "halls">,
    add_value<"level", "absurd">> {};

struct m4 : migration<4, "another text, then other arguments",
    replace_function<"count_lesson",
        postgresql<"CREATE OR REPLACE FUNCTION count_lesson() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                   "RETURN NULL; END $$">>,
    create_function<"doubled", postgresql<"CREATE FUNCTION doubled(n integer) RETURNS integer LANGUAGE sql IMMUTABLE "
                                          "AS 'SELECT 2 * n'">>,
    replace_function<"doubled", postgresql<"CREATE FUNCTION doubled(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE "
                                           "AS 'SELECT 2 * n'">>> {};

struct m5 : migration<5, "they go",
    drop_trigger<"lessons_counted">,
    drop_function<"count_lesson">,
    drop_function<"doubled">,
    create_trigger<"rooms_named", "halls",
        postgresql<"">,
        sqlite<"CREATE TRIGGER rooms_named AFTER INSERT ON halls BEGIN SELECT 1; END">>> {};

// SQLite has nothing to do for these, triggers least of all
struct m6 : migration<6, "an enumeration",
    create_enumeration<"mood", "dull">,
    add_value<"mood", "gay">> {};

struct history : migrations<m1, m2, m3, m4, m5, m6> {};

} // namespace golden_triggers
