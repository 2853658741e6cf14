// Floor 7. What is asked: the quiz of a lesson, its questions and their options.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

/// At most one a lesson. `pass_mark` is the score from which an attempt is passed, in per cent.
struct quizzes : table<"quizzes",
    column<"id",          uuid,        primary_key, default_expr<"gen_random_uuid()">>,
    column<"lesson_id",   uuid,        unique, references<"lessons", "id", on_delete::cascade>>,
    column<"title",       text>,
    column<"description", text,        default_to<"">>,
    column<"pass_mark",   integer,     default_to<70>, check<"pass_mark BETWEEN 0 AND 100">>,
    column<"created_at",  timestamptz, default_expr<"now()">>,
    column<"updated_at",  timestamptz, default_expr<"now()">>> {};

struct question_kind : enumeration<"question_kind", "multiple_choice", "true_false"> {};

struct questions : table<"questions",
    column<"id",       uuid,          primary_key, default_expr<"gen_random_uuid()">>,
    column<"quiz_id",  uuid,          references<"quizzes", "id", on_delete::cascade>>,
    column<"position", integer,       check<"position > 0">>,
    column<"prompt",   text>,
    column<"kind",     question_kind, default_to<"multiple_choice">>,
    unique_on<"quiz_id", "position">> {};

/// One of them is correct. The pair of question and id is a key, so that an answer can refer to both.
struct options : table<"options",
    column<"id",          uuid,    primary_key, default_expr<"gen_random_uuid()">>,
    column<"question_id", uuid,    references<"questions", "id", on_delete::cascade>>,
    column<"position",    integer, check<"position > 0">>,
    column<"label",       text>,
    column<"is_correct",  boolean, default_to<false>>,
    unique_on<"question_id", "position">,
    unique_on<"question_id", "id">,
    named<"options_one_correct", unique_index_on<"question_id", where("is_correct")>>> {};

} // namespace lms
