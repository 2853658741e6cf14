// Rows, defaults, checks, predicates and expressions follow; a new label beside an old one is renamed as well.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_rename_value {
using namespace schema::dsl;

struct m1 : migration<1, "kinds",
    create_enumeration<"kind", "choice", "text", "it's">,
    create_table<"questions",
        column<"id",    integer, primary_key>,
        column<"kind",  enumeration<"kind">, default_to<"text">>,
        column<"other", enumeration<"kind">, nullable, default_expr<"'it''s'">>,
        column<"text",  text, nullable>,
        check<"questions_text", "kind <> 'text' OR text IS NOT NULL OR text = 'text'">,
        check<"questions_kinds", "CASE kind WHEN 'choice' THEN other IN ('text', 'it''s') ELSE true END">,
        index_on<"kind">,
        named<"questions_open", index_on<"id", where("kind = 'text'")>>>,
    create_table<"drafts", column<"id", integer, primary_key>, column<"kind", enumeration<"kind">, nullable>>,
    create_table<"apart", column<"id", integer, primary_key>, column<"text", text, check<"text <> 'choice'">>>,
    data<"INSERT INTO questions (id, kind, text) VALUES (1, 'choice', NULL), (2, 'text', 'text')">,
    data<"INSERT INTO drafts (id, kind) VALUES (1, NULL), (2, 'choice'), (3, 'it''s')">> {};

struct m2 : migration<2, "other words",
    rename_value<"kind", "text", "free text">,
    data<"UPDATE questions SET other = 'free text' WHERE kind = 'free text'",
         undo<"UPDATE questions SET other = 'it''s' WHERE kind = 'free text'">>,
    rename_value<"kind", "it's", "it is">,
    rename_column<"questions", "kind", "sort">> {};

struct m3 : migration<3, "others",
    rename_value<"kind", "free text", "text">,
    rename_value<"kind", "choice", "one's">,
    add_value<"kind", "choice", before<"it is">>,
    rename_value<"kind", "choice", "many">> {};

struct history : migrations<m1, m2, m3> {};

} // namespace golden_rename_value
