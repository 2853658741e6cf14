// The accepted twin of rejected.cpp.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct kind : enumeration<"question_kind", "single", "multiple"> {};
struct questions
    : table<"questions", column<"id", uuid, primary_key>, column<"kind", enumeration<"question_kind">>,
            check<"questions_kind", "kind = 'multiple'">> {};
struct tables : schema::tables<kind, questions> {};

struct m0001 : migration<1, "questions", create_enumeration<"question_kind", "single", "multiple">,
                         create_table<"questions", column<"id", uuid, primary_key>,
                                      column<"kind", enumeration<"question_kind">>>,
                         add_constraint<"questions", check<"questions_kind", "kind = 'multiple'">>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
