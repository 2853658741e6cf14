// A small lending library: its tables, its history, and the proof that they agree.
#pragma once

#include <schema/dsl.hpp>

namespace library {
using namespace schema::dsl;

struct books : table<"books",
    column<"id",     bigint,      identity, primary_key>,
    column<"isbn",   varchar<13>, unique>,
    column<"title",  text>,
    column<"copies", integer,     default_to<1>, check<"copies >= 0">>> {};

struct members : table<"members",
    column<"id",        bigint, identity, primary_key>,
    column<"full_name", text>,
    column<"email",     text,   nullable>,
    unique_index_on<expr("lower(email)")>> {};

struct loans : table<"loans",
    column<"id",          bigint,      identity, primary_key>,
    column<"book_id",     bigint,      references<"books", "id">>,
    column<"member_id",   bigint,      references<"members", "id", on_delete::cascade>>,
    column<"lent_at",     timestamptz, default_expr<"now()">>,
    column<"due_at",      timestamptz>,
    column<"returned_at", timestamptz, nullable>,
    check<"loans_due_after_lent", "due_at > lent_at">,
    index_on<"member_id", desc("due_at"), where("returned_at IS NULL")>> {};

struct tables : schema::tables<books, members, loans> {};

struct m0001 : migration<1, "books and members",
    create_table<"books",
        column<"id",    bigint,      identity, primary_key>,
        column<"isbn",  varchar<13>, unique>,
        column<"title", text>>,
    create_table<"members",
        column<"id",    bigint, identity, primary_key>,
        column<"name",  text>,
        column<"email", text,   nullable>>> {};

struct m0002 : migration<2, "loans",
    create_table<"loans",
        column<"id",          bigint,      identity, primary_key>,
        column<"book_id",     bigint,      references<"books", "id">>,
        column<"member_id",   bigint,      references<"members", "id", on_delete::cascade>>,
        column<"lent_at",     timestamptz, default_expr<"now()">>,
        column<"due_at",      timestamptz>,
        column<"returned_at", timestamptz, nullable>,
        check<"loans_due_after_lent", "due_at > lent_at">>,
    create_index<"loans", index_on<"member_id", desc("due_at"), where("returned_at IS NULL")>>> {};

struct m0003 : migration<3, "copies, full names",
    add_column<"books", column<"copies", integer, default_to<1>>>,
    assume_safe<"the one program is replaced together with its database",
                rename_column<"members", "name", "full_name">>,
    data<"UPDATE members SET email = NULL WHERE email = ''">> {};

struct m0004 : migration<4, "copies are counted", add_constraint<"books", check<"copies >= 0">>> {};

struct m0005 : migration<5, "one member an address",
    create_index<"members", unique_index_on<expr("lower(email)")>>> {};

struct history : migrations<m0001, m0002, m0003, m0004, m0005> {};

static_assert(schema::proven<history, tables>);

} // namespace library
