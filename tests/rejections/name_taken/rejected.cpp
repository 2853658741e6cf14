// Tables, indexes, keys and enumerations share one namespace.
// error: verdict::name_taken<schema::verdict::table<
// error: {"learners"}
// error: {"learners_email_key"}
// error: at_migration<1>
// error: give_it_another_name
// sentence: migration 1: "learners": the name "learners_email_key" is taken
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct learners : table<"learners", column<"id", uuid, primary_key>, column<"email", text>,
                        named<"learners_email_key", index_on<"email">>> {};
struct learners_email_key : table<"learners_email_key", column<"id", uuid, primary_key>> {};
struct tables : schema::tables<learners, learners_email_key> {};

struct m0001 : migration<1, "learners",
                         create_table<"learners", column<"id", uuid, primary_key>, column<"email", text>>,
                         create_table<"learners_email_key", column<"id", uuid, primary_key>>,
                         create_index<"learners", named<"learners_email_key", index_on<"email">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
