// A label that PostgreSQL does not take before it is committed.
// error: verdict::label_not_committed<schema::verdict::table<
// error: {"question_kind"}
// error: {"essay"}
// error: at_byte<28>
// error: at_migration<2>
// error: use_it_in_the_next_migration
// sentence: migration 2: "question_kind": the label "essay" is used by the migration that adds it
// sentence: (byte 28 of: UPDATE questions SET kind = 'essay')
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
struct m0002 : migration<2, "essays", add_value<"question_kind", "essay">,
                         data<"UPDATE questions SET kind = 'essay'">> {};
struct history : migrations<m0001, m0002> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
