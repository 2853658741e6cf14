// Floor 7. Version 8: an interrupted save could leave two quizzes or two right options; the first ones stay.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

// It changes rows and no more: version 9 builds tables anew, where SQLite has foreign keys switched off. What was
// doubled does not come back downwards.
struct m0008 : migration<8, "one quiz a lesson, one right option a question: rows", pinned<0xd2572b097d2baac4>,
    data<"DELETE FROM quizzes WHERE EXISTS (SELECT 1 FROM quizzes AS kept "
         "WHERE kept.lesson_id = quizzes.lesson_id AND (kept.created_at < quizzes.created_at OR "
         "(kept.created_at = quizzes.created_at AND kept.id < quizzes.id)))">,
    data<"UPDATE options SET is_correct = false WHERE is_correct AND EXISTS (SELECT 1 FROM options AS kept "
         "WHERE kept.question_id = options.question_id AND kept.is_correct AND "
         "(kept.sort_order < options.sort_order OR "
         "(kept.sort_order = options.sort_order AND kept.id < options.id)))">> {};

} // namespace lms
