// Schemas besides the default one: what stands in them is called by a pair of names, and what hangs on a table
// stands where the table does.
#pragma once

#include <schema/dsl/traits.hpp>
#include <schema/schemas.hpp>
#include <schema/triggers.hpp>

namespace golden_schemas {
using namespace schema::dsl;

struct m1 : migration<1, "a schema, and names that stand in both",
    create_table<"event",
        column<"id",        bigint, identity, primary_key>,
        column<"name",      text,   unique>>,
    create_schema<"audit">,
    create_enumeration<"audit.level", "low", "high">,
    create_table<"audit.event",
        column<"id",        bigint, identity_options<start_with<100>>, primary_key>,
        column<"event_id",  bigint, references<"event", "id">>,
        column<"level",     enumeration<"audit.level">, default_to<"low">, comment<"how much it matters">>,
        column<"what",      text,   unique>,
        column<"note",      text,   nullable, check<"note <> ''">>,
        comment<"what was done">,
        named<"event_of", index_on<"event_id">>,
        index_on<"level", where("note IS NOT NULL")>>,
    create_table<"audit.line",
        column<"id",        bigint, identity, primary_key>,
        column<"event_id",  bigint, references<"audit.event", "id", on_delete::cascade, initially_deferred>>,
        column<"text",      text>>> {};

struct m2 : migration<2, "rows, by pairs of names",
    data<"INSERT INTO event (name) VALUES ('Launch'), ('Autumn')",
         undo<"DELETE FROM event">>,
    data<"INSERT INTO audit.event (event_id, what) SELECT id, name FROM event",
         undo<"DELETE FROM audit.event">>,
    data<"INSERT INTO \"audit\".line (event_id, text) SELECT event.id, event.what FROM audit.\"event\" WHERE event.level = 'low'",
         undo<"DELETE FROM audit.line">>,
    data<"UPDATE audit.event SET note = e.name FROM event AS e WHERE e.id = event.event_id",
         undo<"UPDATE audit.event AS a SET note = NULL WHERE a.note IS NOT NULL">>,
    data<"DELETE FROM audit.line WHERE EXISTS (SELECT 1 FROM audit.event WHERE event.id = line.event_id AND event.what = 'Autumn')">> {};

struct m3 : migration<3, "views",
    create_view<"audit.recent",
        "SELECT event.id, l.text FROM audit.event JOIN audit.line AS l ON l.event_id = event.id">,
    create_view<"lines", "SELECT recent.text FROM audit.recent">,
    create_materialized_view<"audit.levels",
        "SELECT level, count(*) AS events FROM audit.event GROUP BY level", unique_index_on<"level">>> {};

struct m4 : migration<4, "as of now", refresh_materialized_view<"audit.levels">> {};

struct m5 : migration<5, "a trigger on a table of the schema",
    create_function<"touch",
        postgresql<"CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                   "PERFORM 1 FROM audit.line; RETURN NEW; END $$">,
        uses<"audit.line">>,
    create_trigger<"touched", "audit.event",
        postgresql<"CREATE CONSTRAINT TRIGGER touched AFTER UPDATE OF note ON audit.event "
                   "INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch()">,
        sqlite<"">, calls<"touch">, uses<"audit.event", "id", "note">>> {};

struct m6 : migration<6, "rows whose checks wait",
    data<"UPDATE audit.event SET note = 'again ' || note", undo<"UPDATE audit.event SET note = substr(note, 7)">>,
    add_column<"audit.event", column<"more", integer, nullable>>> {};

struct m7 : migration<7, "no trigger", drop_trigger<"touched">, assume_safe<"a test", drop_function<"touch">>> {};

struct m8 : migration<8, "an index by itself", create_index<"audit.event", index_on<"what", desc("id")>>> {};
struct m9 : migration<9, "a key by itself", add_constraint<"audit.event", unique_on<"event_id", "what">>> {};
struct m10 : migration<10, "a check by itself", add_constraint<"audit.line", check<"line_text", "text <> ''">>> {};
struct m11 : migration<11, "no NULL", alter_column<"audit.event", "note", set_not_null>> {};
struct m12 : migration<12, "one less", drop_index<"audit.event_of">> {};

struct m13 : migration<13, "other names",
    assume_safe<"a test", rename_table<"audit.event", "audit.happening">>,
    rename_index<"audit.happening_level_idx", "audit.by_level">,
    rename_constraint<"audit.line", "line_text", "line_says">,
    assume_safe<"a test", rename_column<"audit.happening", "what", "title">>,
    set_comment<"audit.happening", "title", "what it was">> {};

struct m14 : migration<14, "another label, which goes with its type on the way back",
    add_value<"audit.level", "absurd">> {};

struct m15 : migration<15, "tables move, with all that is theirs",
    create_schema<"old">,
    assume_safe<"a test", rename_table<"audit.happening", "old.happening">>,
    assume_safe<"a test", rename_table<"event", "audit.event">>,
    assume_safe<"a test", rename_table<"audit.line", "line">>,
    assume_safe<"a test", rename_index<"old.by_level", "old.happening_by_level">>,
    data<"UPDATE old.happening SET more = 1 WHERE happening.id > 0",
         undo<"UPDATE old.happening SET more = NULL WHERE happening.id > 0">>> {};

struct m16 : migration<16, "what is left",
    assume_safe<"a test", drop_materialized_view<"audit.levels">>,
    assume_safe<"a test", drop_view<"lines">>,
    assume_safe<"a test", drop_view<"audit.recent">>,
    create_schema<"empty">,
    drop_schema<"empty">> {};

struct history : postgresql_migrations<m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16> {};

} // namespace golden_schemas
