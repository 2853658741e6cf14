// The accepted twin of rejected.cpp: the label is committed before it is used; one of an enumeration that is
// new itself may be used at once.
#include <schema/dsl.hpp>

namespace app {
using namespace schema::dsl;

struct kind : enumeration<"question_kind", "single", "multiple", "essay"> {};
struct questions
    : table<"questions", column<"id", uuid, primary_key>, column<"kind", enumeration<"question_kind">>> {};
struct tables : schema::tables<kind, questions> {};

struct m0001
    : migration<1, "questions", create_enumeration<"question_kind", "single">,
                create_table<"questions", column<"id", uuid, primary_key>,
                             column<"kind", enumeration<"question_kind">>>,
                add_value<"question_kind", "multiple">, data<"UPDATE questions SET kind = 'multiple'">> {};
struct m0002 : migration<2, "essays", add_value<"question_kind", "essay">,
                         data<"UPDATE questions SET kind = 'single'">> {};
struct m0003 : migration<3, "all are essays", data<"UPDATE questions SET kind = 'essay'">> {};
struct history : migrations<m0001, m0002, m0003> {};
} // namespace app

static_assert(schema::proven<app::history, app::tables>);
