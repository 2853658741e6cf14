// Floor 7. Version 11: questions that offered True and False all along are of that kind.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

// Apart from version 10: PostgreSQL uses a new label only after the transaction that adds it.
struct m0011 : migration<11, "true or false questions are told apart", pinned<0x2a35179e656be6aa>,
    data<"UPDATE questions SET kind = 'true_false' WHERE kind = 'multiple_choice' AND "
         "(SELECT count(*) FROM options WHERE options.question_id = questions.id) = 2 AND "
         "(SELECT count(*) FROM options WHERE options.question_id = questions.id AND label = 'True') = 1 AND "
         "(SELECT count(*) FROM options WHERE options.question_id = questions.id AND label = 'False') = 1",
         undo<"UPDATE questions SET kind = 'multiple_choice' WHERE kind = 'true_false'">>> {};

} // namespace lms
