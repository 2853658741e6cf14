// A label is renamed that a check reads as a text: it would go on looking for the old one.
// error: verdict::still_referenced<schema::verdict::table<
// error: {"questions"}
// error: {"multiple"}
// error: because_of<
// error: {"questions_few"}
// error: at_migration<2>
// error: drop_what_refers_to_it_first
// sentence: migration 2: "questions": "multiple" is still used by "questions_few"; drop or change that first
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct kind : enumeration<"question_kind", "single", "many"> {};
struct questions
    : table<"questions", column<"id", uuid, primary_key>,
            column<"kind", enumeration<"question_kind">, check<"questions_few", "kind::text <> 'many'">>> {};
struct tables : schema::tables<kind, questions> {};

struct m0001 : migration<1, "questions", create_enumeration<"question_kind", "single", "multiple">,
                         create_table<"questions", column<"id", uuid, primary_key>,
                                      column<"kind", enumeration<"question_kind">,
                                             check<"questions_few", "kind::text <> 'multiple'">>>> {};
struct m0002
    : migration<2, "better words",
                assume_safe<"no program knows it", rename_value<"question_kind", "multiple", "many">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
