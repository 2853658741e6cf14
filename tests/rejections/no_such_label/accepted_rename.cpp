// The accepted twin of rejected_rename.cpp: what holds the label follows.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct kind : enumeration<"question_kind", "single", "many"> {};
struct questions
    : table<"questions", column<"id", uuid, primary_key>,
            column<"kind", enumeration<"question_kind">, check<"questions_few", "kind <> 'many'">>> {};
struct tables : schema::tables<kind, questions> {};

struct m0001 : migration<1, "questions", create_enumeration<"question_kind", "single", "multiple">,
                         create_table<"questions", column<"id", uuid, primary_key>,
                                      column<"kind", enumeration<"question_kind">,
                                             check<"questions_few", "kind <> 'multiple'">>>> {};
struct m0002
    : migration<2, "better words",
                assume_safe<"no program knows it", rename_value<"question_kind", "multiple", "many">>> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
