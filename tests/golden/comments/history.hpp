// Comments: with a table, with a column, changed, taken away, carried through a rename and a rebuild.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_comments {
using namespace schema::dsl;

struct m1 : migration<1, "lessons with rows",
    create_table<"lessons",
        comment<"what is taught">,
        column<"id",      integer, primary_key, comment<"counted from 1">>,
        column<"title",   text,    comment<"the learner's \"title\", a \\ too">>,
        column<"minutes", integer, nullable>>,
    create_table<"notes", column<"id", integer, primary_key, comment<"the note's own">>, comment<"of learners">>,
    data<"INSERT INTO lessons (id, title, minutes) VALUES (1, 'First', 10), (2, 'Second', NULL)">> {};

struct m2 : migration<2, "others",
    set_comment<"lessons", "title", "as on the cover">,
    set_comment<"lessons", "minutes", "NULL: as long as it takes">,
    set_comment<"lessons", "">,
    add_column<"lessons", column<"slug", text, nullable, unique, comment<"in addresses">>>> {};

struct m3 : migration<3, "renamed and built anew on SQLite",
    rename_column<"lessons", "minutes", "length">,
    alter_column<"lessons", "length", set_default<0>>,
    set_comment<"lessons", "length", "in minutes">,
    rename_table<"lessons", "units">,
    add_constraint<"units", check<"length >= 0">>> {};

struct m4 : migration<4, "they go",
    set_comment<"units", "what is taught in one go">,
    drop_column<"units", "slug">> {};

struct m5 : migration<5, "a table goes with them", drop_table<"notes">> {};

struct history : migrations<m1, m2, m3, m4, m5> {};

} // namespace golden_comments
