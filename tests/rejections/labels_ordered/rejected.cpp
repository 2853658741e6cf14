// Labels have an order, and their texts another.
// error: verdict::labels_ordered<schema::verdict::table<
// error: {"questions"}
// error: {">"}
// error: at_byte<5>
// error: at_migration<1>
// error: name_the_labels_with_in_or_case
// sentence: labels of an enumeration are compared by order at ">"
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct kind : enumeration<"question_kind", "single", "multiple"> {};
struct questions
    : table<"questions", column<"id", uuid, primary_key>, column<"kind", enumeration<"question_kind">>,
            check<"questions_kind", "kind > 'single'">> {};
struct tables : schema::tables<kind, questions> {};

struct m0001 : migration<1, "questions", create_enumeration<"question_kind", "single", "multiple">,
                         create_table<"questions", column<"id", uuid, primary_key>,
                                      column<"kind", enumeration<"question_kind">>>,
                         add_constraint<"questions", check<"questions_kind", "kind > 'single'">>> {};
struct history : migrations<m0001> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
