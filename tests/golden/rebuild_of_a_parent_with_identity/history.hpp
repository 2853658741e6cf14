// Numbers given out go along; children that cascade stay; it refers to itself.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_rebuild_of_a_parent_with_identity {
using namespace schema::dsl;

struct m1 : migration<1, "a tree",
    assume_safe<"a tree of four nodes", create_table<"nodes",
        column<"id",        integer, identity, primary_key>,
        column<"parent_id", integer, nullable, references<"nodes", "id", on_delete::cascade>>,
        column<"name",      text>>>,
    create_table<"leaves",
        column<"id",      bigint,  identity, primary_key>,
        column<"node_id", integer, references<"nodes", "id", on_delete::cascade>>,
        index_on<"node_id">>,
    data<"INSERT INTO nodes (parent_id, name) VALUES (NULL, 'root'), (1, 'left'), (1, 'right'), (3, 'gone')">,
    data<"INSERT INTO leaves (node_id) VALUES (1), (2), (2), (3)">,
    data<"DELETE FROM nodes WHERE name = 'gone'">> {};

struct m2 : migration<2, "names are short",
    alter_column<"nodes", "name", set_type<varchar<40>>>> {};

struct m3 : migration<3, "another name", rename_table<"nodes", "vertices">, rename_column<"leaves", "node_id", "vertex_id">> {};

struct m4 : migration<4, "numbers go on", data<"INSERT INTO vertices (name) VALUES ('fifth')",
                                               undo<"DELETE FROM vertices WHERE name = 'fifth'">>> {};

struct history : migrations<m1, m2, m3, m4> {};

} // namespace golden_rebuild_of_a_parent_with_identity
