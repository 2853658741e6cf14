// declared, and made by no migration.
// error: verdict::history_lacks_function<schema::verdict::name<
// error: {"touch"}
// error: add_it_to_the_history_in_a_new_migration
// sentence: does not create it
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
struct m0002 : migration<2, "then", data<"UPDATE lessons SET changed = 1">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
