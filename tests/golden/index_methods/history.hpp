// Methods and columns that only stand in an index are for PostgreSQL; SQLite has plain indexes in their place.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_index_methods {
using namespace schema::dsl;

struct m1 : migration<1, "indexes",
    create_table<"notes",
        column<"id",      integer, primary_key>,
        column<"email",   text>,
        column<"name",    text>,
        column<"facts",   json, nullable>,
        column<"made_at", timestamptz, default_expr<"now()">>,
        unique_index_on<"email", include("name"), include("made_at")>,
        index_on<index_method::gin, "facts">,
        index_on<"made_at", "id", index_method::brin>,
        named<"notes_by_name", index_on<expr("lower(name)"), index_method::hash, where("name <> ''")>>>,
    create_table<"replies",
        column<"id",    integer, primary_key>,
        column<"email", text, references<"notes", "email">>>,
    data<"INSERT INTO notes (id, email, name, facts) VALUES (1, 'a@b.c', 'Ann', '{\"a\": 1}')">,
    data<"INSERT INTO replies (id, email) VALUES (1, 'a@b.c')">> {};

struct m2 : migration<2, "other names",
    rename_column<"notes", "name", "full_name">,
    rename_table<"notes", "letters">,
    create_index<"letters", index_on<desc("id"), include("email"), where("id > 3")>>> {};

struct m3 : migration<3, "fewer",
    drop_index<"notes_by_name">,
    drop_index<"letters_facts_idx">> {};

struct history : migrations<m1, m2, m3> {};

} // namespace golden_index_methods
