// In the middle and at the end; on its way down every column of the type is converted.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_add_value {
using namespace schema::dsl;

struct m1 : migration<1, "kinds",
    create_enumeration<"kind", "choice", "text">,
    create_table<"questions",
        column<"id",   integer, primary_key>,
        column<"kind", enumeration<"kind">, default_to<"choice">>,
        column<"text", text, nullable>,
        check<"questions_text", "kind <> 'text' OR text IS NOT NULL">,
        index_on<"kind">,
        named<"questions_open", index_on<"id", where("kind = 'text'")>>>,
    create_table<"drafts", column<"id", integer, primary_key>, column<"kind", enumeration<"kind">, nullable>>,
    data<"INSERT INTO questions (id, kind, text) VALUES (1, 'choice', NULL), (2, 'text', 'Why?')">,
    data<"INSERT INTO drafts (id, kind) VALUES (1, NULL), (2, 'choice')">> {};

struct m2 : migration<2, "more kinds",
    add_value<"kind", "true_false", before<"text">>,
    add_value<"kind", "essay">> {};

struct history : migrations<m1, m2> {};

} // namespace golden_add_value
