// The accepted twin of rejected.cpp.
#include <schema/triggers.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", bigint, primary_key>, column<"title", text>,
                       column<"changed", integer, default_to<0>>> {};
struct touch : function<"touch", postgresql<"CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ "
                                            "BEGIN RETURN NEW; END $$">> {};
struct tables : schema::tables<lessons, touch> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", bigint, primary_key>, column<"title", text>,
                                      column<"changed", integer, default_to<0>>>> {};
struct m0002
    : migration<2, "then",
                create_function<"touch", postgresql<"CREATE FUNCTION touch() RETURNS trigger LANGUAGE "
                                                    "plpgsql AS $$ BEGIN RETURN NEW; END $$">>,
                replace_function<"touch", postgresql<"CREATE FUNCTION touch() RETURNS trigger LANGUAGE "
                                                     "plpgsql AS $$ BEGIN RETURN NEW; END $$">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
