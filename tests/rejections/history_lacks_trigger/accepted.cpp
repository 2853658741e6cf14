// The accepted twin of rejected.cpp.
#include <schema/triggers.hpp>

namespace app {
using namespace schema::dsl;

struct lessons : table<"lessons", column<"id", bigint, primary_key>, column<"title", text>,
                       column<"changed", integer, default_to<0>>> {};
struct touch : function<"touch", postgresql<"CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ "
                                            "BEGIN RETURN NEW; END $$">> {};
struct lessons_touched : trigger<"lessons_touched", "lessons",
                                 postgresql<"CREATE TRIGGER lessons_touched BEFORE INSERT ON lessons FOR "
                                            "EACH ROW EXECUTE FUNCTION touch()">,
                                 sqlite<"CREATE TRIGGER lessons_touched AFTER INSERT ON lessons BEGIN UPDATE "
                                        "lessons SET changed = 1 WHERE id = new.id; END">,
                                 calls<"touch">, uses<"lessons", "id", "changed">> {};
struct tables : schema::tables<lessons, touch, lessons_touched> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", bigint, primary_key>, column<"title", text>,
                                      column<"changed", integer, default_to<0>>>> {};
struct m0002
    : migration<2, "then",
                create_function<"touch", postgresql<"CREATE FUNCTION touch() RETURNS trigger LANGUAGE "
                                                    "plpgsql AS $$ BEGIN RETURN NEW; END $$">>,
                create_trigger<"lessons_touched", "lessons",
                               postgresql<"CREATE TRIGGER lessons_touched BEFORE INSERT ON lessons FOR EACH "
                                          "ROW EXECUTE FUNCTION touch()">,
                               sqlite<"CREATE TRIGGER lessons_touched AFTER INSERT ON lessons BEGIN UPDATE "
                                      "lessons SET changed = 1 WHERE id = new.id; END">,
                               calls<"touch">, uses<"lessons", "id", "changed">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
