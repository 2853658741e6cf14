// An index that is unique in the tables only.
// error: verdict::index_differs<schema::verdict::table<
// error: {"lessons"}
// error: {"lessons_title_idx"}
// error: alter_it_in_a_new_migration_or_correct_the_tables
// sentence: "lessons": the index "lessons_title_idx" is declared otherwise than the history ends with
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct lessons
    : table<"lessons", column<"id", uuid, primary_key>, column<"title", text>, unique_index_on<"title">> {};
struct tables : schema::tables<lessons> {};

struct m0001 : migration<1, "lessons",
                         create_table<"lessons", column<"id", uuid, primary_key>, column<"title", text>,
                                      index_on<"title">>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
