// A label is added that the enumeration has.
// error: verdict::label_exists<schema::verdict::table<
// error: {"question_kind"}
// error: {"multiple"}
// error: at_migration<2>
// error: give_it_another_name
// sentence: migration 2: "question_kind": the enumeration has the label "multiple" already
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct kind : enumeration<"question_kind", "single", "multiple", "essay"> {};
struct questions
    : table<"questions", column<"id", uuid, primary_key>, column<"kind", enumeration<"question_kind">>> {};
struct tables : schema::tables<kind, questions> {};

struct m0001 : migration<1, "questions", create_enumeration<"question_kind", "single", "multiple">,
                         create_table<"questions", column<"id", uuid, primary_key>,
                                      column<"kind", enumeration<"question_kind">>>> {};
struct m0002 : migration<2, "essays", add_value<"question_kind", "multiple">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
