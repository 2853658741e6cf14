// In a check, a partial index, a key, and the foreign key of another table.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_rename_column_that_all_name {
using namespace schema::dsl;

struct m1 : migration<1, "tables with rows",
    create_table<"quizzes",
        column<"id",    integer, primary_key>,
        column<"code",  text,    unique, check<"length(code) > 1">>,
        column<"score", integer, nullable>,
        check<"quizzes_range", "score BETWEEN 0 AND 100 AND code <> 'x'">,
        named<"quizzes_open", index_on<"code", where("score IS NULL AND code LIKE 'q%'")>>>,
    create_table<"attempts",
        column<"id",   integer, primary_key>,
        column<"quiz", text,    references<"quizzes", "code", on_delete::cascade, on_update::cascade>>>,
    data<"INSERT INTO quizzes (id, code, score) VALUES (1, 'q1', 50), (2, 'q2', NULL)">,
    data<"INSERT INTO attempts (id, quiz) VALUES (1, 'q1'), (2, 'q1'), (3, 'q2')">> {};

struct m2 : migration<2, "codes are slugs",
    rename_column<"quizzes", "code", "slug">,
    rename_column<"attempts", "quiz", "quiz_slug">> {};

struct history : migrations<m1, m2> {};

} // namespace golden_rename_column_that_all_name
