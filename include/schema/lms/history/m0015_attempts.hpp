// Floor 7. Version 15: attempts stand beside each other, and an answer is an option of its question.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0015 : migration<15, "progress, attempts and answers", pinned<0x1d77afca11e113fe>,
    create_table<"lesson_progress",
        column<"learner_id",    uuid,        references<"learners", "id", on_delete::cascade>>,
        column<"lesson_id",     uuid,        references<"lessons", "id", on_delete::cascade>>,
        column<"first_seen_at", timestamptz, default_expr<"now()">>,
        column<"completed_at",  timestamptz, nullable>,
        primary_key_on<"learner_id", "lesson_id">,
        check<"lesson_progress_order", "completed_at IS NULL OR completed_at >= first_seen_at">,
        index_on<"lesson_id">>,
    create_table<"quiz_attempts",
        column<"id",           uuid,        primary_key, default_expr<"gen_random_uuid()">>,
        column<"quiz_id",      uuid,        references<"quizzes", "id", on_delete::cascade>>,
        column<"learner_id",   uuid,        references<"learners", "id", on_delete::cascade>>,
        column<"started_at",   timestamptz, default_expr<"now()">>,
        column<"submitted_at", timestamptz, nullable>,
        column<"score",        integer,     nullable, check<"score BETWEEN 0 AND 100">>,
        column<"passed",       boolean,     nullable>,
        check<"quiz_attempts_order", "submitted_at IS NULL OR submitted_at >= started_at">,
        check<"quiz_attempts_result", "(submitted_at IS NULL) = (score IS NULL) AND "
                                      "(submitted_at IS NULL) = (passed IS NULL)">,
        named<"quiz_attempts_latest", index_on<"learner_id", "quiz_id", desc("started_at")>>,
        index_on<"quiz_id">>,
    assume_safe<"some thousand options at most",
        add_constraint<"options", unique_on<"question_id", "id">>>,
    create_table<"attempt_answers",
        column<"attempt_id",  uuid, references<"quiz_attempts", "id", on_delete::cascade>>,
        column<"question_id", uuid>,
        column<"option_id",   uuid>,
        primary_key_on<"attempt_id", "question_id">,
        foreign_key<columns<"question_id", "option_id">,
                    references_on<"options", "question_id", "id", on_delete::cascade>>,
        index_on<"question_id", "option_id">>> {};

} // namespace lms
