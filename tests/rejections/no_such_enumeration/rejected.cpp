// The type of a column is an enumeration that does not exist.
// error: verdict::no_such_enumeration<schema::verdict::table<
// error: {"questions"}
// error: {"question_kinds"}
// error: did_you_mean<
// error: {"question_kind"}
// error: at_migration<1>
// sentence: migration 1: "questions": there is no enumeration "question_kinds"; did you mean "question_kind"?
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct kind : enumeration<"question_kind", "single", "multiple"> {};
struct questions
    : table<"questions", column<"id", uuid, primary_key>, column<"kind", enumeration<"question_kind">>> {};
struct tables : schema::tables<kind, questions> {};

struct m0001 : migration<1, "questions", create_enumeration<"question_kind", "single", "multiple">,
                         create_table<"questions", column<"id", uuid, primary_key>,
                                      column<"kind", enumeration<"question_kinds">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
