// What each backend makes of them.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_expressions {
using namespace schema::dsl;

struct m1 : migration<1, "expressions",
    create_enumeration<"kind", "a", "b">,
    create_table<"samples",
        column<"id",    integer, primary_key>,
        column<"n",     integer, nullable>,
        column<"t",     text, default_expr<"'x' || 'y'">>,
        column<"at",    timestamptz, default_expr<"CURRENT_TIMESTAMP">>,
        column<"day",   date, default_expr<"now()">>,
        column<"flag",  boolean, default_expr<"NOT TRUE">>,
        column<"kind",  enumeration<"kind">, default_to<"a">>,
        column<"price", numeric<6, 2, on_sqlite<text>>, default_to<"10.00">>,
        column<"data",  json, default_to<"{\"n\": 5}">>,
        check<"c1", "n IS DISTINCT FROM 5 AND (n + 1) * 2 - -n <> 3 OR n IS NULL">,
        check<"c2", "t LIKE 'x%' AND t NOT LIKE '%*_z' AND octet_length(t) < 100">,
        check<"c3", "CAST(n AS text) || t <> 'q' AND CAST(flag AS integer) < 2 AND CAST(price AS integer) > 1">,
        check<"c4", "CASE kind WHEN 'a' THEN n > 1 ELSE n IS NOT NULL END IS NOT FALSE">,
        check<"c5", "greatest(n, 3) >= 3 AND least(1, n, 2) <= 1 AND coalesce(n, 0) BETWEEN -10 AND 10 * 10">,
        check<"c6", "at >= '2020-01-01'::timestamptz AND CAST(at AS date) > '2020-01-01'">,
        check<"c7", "data ->> 'n' = '5' AND kind IN ('a', 'b') AND NOT flag AND strpos(t, 'y') = 2">,
        check<"c8", "price > 9 AND flag = FALSE AND CAST(flag AS text) = 'false'">,
        column<"key",   uuid, default_to<"00000000-0000-4000-8000-00000000000A">>,
        column<"since", timestamptz, default_to<"2020-01-01">>,
        check<"c9", "at > '2020-01-01 10:00' AND key IN ('00000000-0000-4000-8000-00000000000A', key) AND "
                    "since BETWEEN '1999-12-31' AND at">,
        index_on<expr("coalesce(n, 0)"), desc("t")>>,
    data<"INSERT INTO samples (id, n) VALUES (1, 4), (2, NULL), (3, 10)">> {};

struct m2 : migration<2, "a rebuild", rename_column<"samples", "n", "number">, rename_column<"samples", "t", "label">> {};

struct history : migrations<m1, m2> {};

} // namespace golden_expressions
