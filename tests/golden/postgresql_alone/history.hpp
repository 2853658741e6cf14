// A history for PostgreSQL alone: what SQLite lacks is written as PostgreSQL has it.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_postgresql_alone {
using namespace schema::dsl;

struct m1 : migration<1, "an exact number, an identity beside the key, an order of labels",
    create_enumeration<"level", "easy", "hard", "absurd">,
    create_table<"lessons",
        column<"id",       uuid,           primary_key, default_expr<"gen_random_uuid()">>,
        column<"number",   bigint,         identity>,
        column<"price",    numeric<10, 2>, default_to<0>>,
        column<"level",    enumeration<"level">>,
        column<"title",    text>,
        check<"lessons_not_absurd", "level < 'absurd'">>> {};

struct m2 : migration<2, "rows as PostgreSQL takes them",
    data<"INSERT INTO lessons (price, level, title) VALUES (12.345 * 1.5, 'hard', 'Made by Hand')",
         undo<"DELETE FROM lessons WHERE title = 'Made by Hand'">>,
    data<"UPDATE lessons SET price = price / 3 WHERE lower(title) LIKE 'made%'">,
    execute<up<postgresql<"ANALYZE lessons">>,
            down<postgresql<"ANALYZE lessons">>>> {};

struct m3 : migration<3, "a scale, from another type",
    assume_safe<"few lessons", alter_column<"lessons", "title", set_type<varchar<80>, loses_data>>>,
    drop_constraint<"lessons", "lessons_pkey">> {};

struct history : postgresql_migrations<m1, m2, m3> {};

} // namespace golden_postgresql_alone
