// declared with another text; white space and the case of words do not count.
// error: verdict::function_differs<schema::verdict::name<
// error: {"touch"}
// error: replace_it_in_a_new_migration_or_correct_the_tables
// sentence: with another text
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
                                                    "plpgsql AS $$ BEGIN RETURN NULL; END $$">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
