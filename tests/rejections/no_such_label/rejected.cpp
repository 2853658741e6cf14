// A default that is no label of the enumeration.
// error: verdict::no_such_label<schema::verdict::table<
// error: {"questions"}
// error: {"singel"}
// error: because_of<
// error: {"kind"}
// error: did_you_mean<
// error: {"single"}
// error: at_migration<1>
// sentence: migration 1: "questions": there is no label "singel"; did you mean "single"?
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct kind : enumeration<"question_kind", "single", "multiple"> {};
struct questions : table<"questions", column<"id", uuid, primary_key>,
                         column<"kind", enumeration<"question_kind">, default_to<"single">>> {};
struct tables : schema::tables<kind, questions> {};

struct m0001 : migration<1, "questions", create_enumeration<"question_kind", "single", "multiple">,
                         create_table<"questions", column<"id", uuid, primary_key>,
                                      column<"kind", enumeration<"question_kind">, default_to<"singel">>>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
