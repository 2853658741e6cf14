// Every type, every kind of constraint and of index.
#pragma once

#include <schema/dsl/migration.hpp>

namespace golden_create_table {
using namespace schema::dsl;

struct m1 : migration<1, "every type",
    create_enumeration<"kind", "choice", "true_false", "it's">,
    create_table<"parents",
        column<"a", integer>,
        column<"b", text>,
        primary_key_on<"a", "b">>,
    create_table<"things",
        column<"id",        bigint,           identity, primary_key>,
        column<"flag",      boolean,          default_to<false>>,
        column<"small",     smallint,         default_to<-1>>,
        column<"whole",     integer,          nullable, unique>,
        column<"large",     bigint,           default_to<0>>,
        column<"single",    real,             default_to<"0.5">>,
        column<"precise",   double_precision, nullable>,
        column<"price",     numeric<10, 2, on_sqlite<text>>, default_to<"9.9">, check<"price >= 0">>,
        column<"note",      text,             default_to<"it's">>,
        column<"code",      varchar<8>,       default_to<"">>,
        column<"raw",       bytes,            default_to<"ab">>,
        column<"day",       date,             default_expr<"CURRENT_DATE">>,
        column<"local",     timestamp,        nullable>,
        column<"at",        timestamptz,      default_expr<"now()">>,
        column<"key",       uuid,             default_expr<"gen_random_uuid()">>,
        column<"settings",  json,             default_to<"{}">>,
        column<"kind",      enumeration<"kind">, default_to<"choice">>,
        column<"parent_id", bigint,           nullable, references<"things", "id", on_delete::set_null>>,
        column<"a",         integer,          nullable>,
        column<"b",         text,             nullable>,
        foreign_key<columns<"a", "b">, references_on<"parents", "a", "b", on_delete::cascade, on_update::cascade>>,
        unique_on<"note", "code">,
        check<"things_both", "(a IS NULL) = (b IS NULL)">,
        index_on<"flag", desc("at")>,
        named<"things_by_code", unique_index_on<expr("lower(code)"), where("code <> ''")>>>,
    data<"INSERT INTO parents (a, b) VALUES (1, 'x')">,
    data<"INSERT INTO things (whole, a, b) VALUES (7, 1, 'x')">,
    data<"INSERT INTO things (note, code, kind, flag, price) VALUES ('n', 'C', 'it''s', true, '12.50')">> {};

struct history : migrations<m1> {};

} // namespace golden_create_table
