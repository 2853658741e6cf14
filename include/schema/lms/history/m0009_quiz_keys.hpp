// Floor 7. Version 9: what version 8 cleaned up can't come back, and order is called position everywhere.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0009 : migration<9, "one quiz a lesson, one right option a question: keys", pinned<0xc62fa446bcc152f2>,
    assume_safe<"a quiz a lesson at most",
        drop_index<"quizzes_lesson_id_idx">>,
    assume_safe<"a quiz a lesson at most",
        add_constraint<"quizzes", unique_on<"lesson_id">>>,
    assume_safe<"the one program is replaced together with its database",
        rename_column<"quizzes", "passing_score", "pass_mark">>,
    alter_column<"quizzes", "pass_mark", set_default<70>>,
    assume_safe<"the one program is replaced together with its database",
        rename_column<"questions", "sort_order", "position">>,
    assume_safe<"some thousand rows at most",
        drop_index<"questions_quiz_id_position_idx">>,
    assume_safe<"some thousand rows at most",
        add_constraint<"questions", unique_on<"quiz_id", "position">>>,
    assume_safe<"some thousand rows at most",
        add_constraint<"questions", check<"position > 0">>>,
    assume_safe<"the one program is replaced together with its database",
        rename_column<"options", "sort_order", "position">>,
    assume_safe<"some thousand rows at most",
        drop_index<"options_question_id_idx">>,
    assume_safe<"some thousand rows at most",
        add_constraint<"options", unique_on<"question_id", "position">>>,
    assume_safe<"some thousand rows at most",
        add_constraint<"options", check<"position > 0">>>,
    assume_safe<"some thousand rows at most",
        create_index<"options", named<"options_one_correct", unique_index_on<"question_id", where("is_correct")>>>>> {};

} // namespace lms
