// Reserved words, capitals, marks and spaces.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_hostile_names {
using namespace schema::dsl;

struct m1 : migration<1, "names",
    create_enumeration<quoted<"Order Kind">, "a b", "c'd", "e\"f">,
    create_table<quoted<"Order 'Details'">,
        column<quoted<"select">, integer, primary_key>,
        column<quoted<"From X">, text, unique, check<"length(\"From X\") > 0">>,
        column<quoted<"in \"marks\"">, text, default_to<"\"it's\"">>,
        column<"kind", enumeration<quoted<"Order Kind">>, default_to<"e\"f">>,
        column<"group", integer, nullable, references<quoted<"Order 'Details'">, quoted<"select">>>,
        index_on<"group", quoted<"From X">, desc(quoted<"in \"marks\"">)>>,
    data<"INSERT INTO \"Order 'Details'\" (\"select\", \"From X\") VALUES (1, 'y')">> {};

struct m2 : migration<2, "other names",
    rename_column<quoted<"Order 'Details'">, quoted<"From X">, "order">,
    rename_column<quoted<"Order 'Details'">, quoted<"in \"marks\"">, quoted<"still \"in\"">>,
    rename_table<quoted<"Order 'Details'">, "table">,
    add_value<quoted<"Order Kind">, "g''h", before<"c'd">>> {};

struct history : migrations<m1, m2> {};

} // namespace golden_hostile_names
