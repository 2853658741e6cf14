// Collations: with a column, set beside rows, kept by a new type and a rebuild, taken away.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_collations {
using namespace schema::dsl;

struct m1 : migration<1, "words with rows",
    create_table<"words",
        column<"id",    integer,     primary_key>,
        column<"word",  text,        collate<"C">, unique>,
        column<"about", varchar<20>, collate<"und-x-icu", "NOCASE">, default_to<"">>,
        column<"plain", text,        nullable>,
        index_on<"about">>,
    data<"INSERT INTO words (id, word, about, plain) VALUES (1, 'a', 'One', NULL), (2, 'B', 'two', 'b')">> {};

struct m2 : migration<2, "others",
    add_column<"words", column<"more", text, nullable, collate<"POSIX", "RTRIM">>>,
    alter_column<"words", "plain", set_collation<"und-x-icu", "NOCASE">>,
    assume_safe<"few words", alter_column<"words", "word", set_collation<"und-x-icu", "BINARY">>>> {};

struct m3 : migration<3, "a new type keeps them",
    alter_column<"words", "about", set_type<text>>,
    rename_column<"words", "about", "note">,
    add_constraint<"words", check<"note <> 'none'">>> {};

struct m4 : migration<4, "they go",
    alter_column<"words", "plain", drop_collation, set_default<"">>,
    assume_safe<"few words", alter_column<"words", "note", set_collation<"C">>>> {};

struct history : migrations<m1, m2, m3, m4> {};

} // namespace golden_collations
