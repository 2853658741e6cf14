// Histories of one migration for what is asked of an expression's types.
#pragma once

#include <schema/dsl.hpp>
#include <tests/static/model/folded.hpp>

namespace typed {
using namespace schema::dsl;

template <class Check>
struct first
    : migration<1, "a column of every type", create_enumeration<"mood", "sad", "glad">,
                create_enumeration<"pace", "slow", "glad", "it's">,
                create_table<"t", column<"id", uuid, primary_key>, column<"flag", boolean>,
                             column<"small", smallint>, column<"whole", integer>, column<"big", bigint>,
                             column<"short_float", real>, column<"exact", numeric<12, 2, on_sqlite<text>>>,
                             column<"words", text>, column<"code", varchar<20>>, column<"data", bytes>,
                             column<"day", date>, column<"local_at", timestamp>, column<"at", timestamptz>,
                             column<"extra", json>, column<"mood", enumeration<"mood">>,
                             column<"pace", enumeration<"pace">>, Check>> {};
template <class Check> struct history : migrations<first<Check>> {};

template <schema::fixed_string Sql>
inline constexpr schema::rule broken = schema::timeline_of<history<check<Sql>>>.found.broken;

/// A number with something on it, and then of another type.
template <class On, class Type>
inline constexpr schema::rule retyped =
    schema::timeline_of<migrations<migration<1, "a", create_table<"t", column<"n", integer>, On>>,
                                   migration<2, "b", alter_column<"t", "n", set_type<Type>>>>>.found.broken;

template <class Column>
struct with_default : migrations<migration<1, "a default", create_enumeration<"mood", "sad", "glad">,
                                           create_table<"t", column<"id", uuid, primary_key>, Column>>> {};
template <class Column>
inline constexpr schema::rule default_broken = schema::timeline_of<with_default<Column>>.found.broken;
} // namespace typed
