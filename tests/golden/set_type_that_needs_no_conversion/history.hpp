// Numbers and texts convert by assignment.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_set_type_that_needs_no_conversion {
using namespace schema::dsl;

struct m1 : migration<1, "numbers",
    create_table<"numbers",
        column<"id",    smallint, primary_key>,
        column<"a",     smallint>,
        column<"b",     integer, nullable>,
        column<"price", numeric<8, 2, on_sqlite<text>>>,
        column<"ratio", real>,
        column<"name",  text>,
        index_on<"a">>,
    data<"INSERT INTO numbers (id, a, b, price, ratio, name) VALUES (1, 5, NULL, '1.50', 0.25, 'one'), "
         "(2, -7, 8, '0.05', 4, 'two')">> {};

struct m2 : migration<2, "wider",
    alter_column<"numbers", "id", set_type<bigint>>,
    alter_column<"numbers", "a", set_type<bigint>>,
    alter_column<"numbers", "b", set_type<numeric<12, 2, on_sqlite<text>>>>,
    alter_column<"numbers", "price", set_type<numeric<12, 4, on_sqlite<text>>>>,
    alter_column<"numbers", "ratio", set_type<double_precision>>,
    alter_column<"numbers", "name", set_type<varchar<20>>>> {};

struct history : migrations<m1, m2> {};

} // namespace golden_set_type_that_needs_no_conversion
