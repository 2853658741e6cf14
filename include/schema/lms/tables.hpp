// Floor 7. The LMS as it stands today.
#pragma once

#include <schema/lms/tables/access.hpp>
#include <schema/lms/tables/catalogue.hpp>
#include <schema/lms/tables/learners.hpp>
#include <schema/lms/tables/overviews.hpp>
#include <schema/lms/tables/quizzes.hpp>

namespace lms {

/// It asserts nothing; `<schema/lms.hpp>` does, and says which migration is missing.
struct tables : schema::tables<
    session_end, admins, auth_sessions, login_attempts,
    visibility, events, lessons, materials,
    question_kind, quizzes, questions, options,
    access_grant, learners, enrollments, lesson_progress, quiz_attempts, attempt_answers,
    event_overview, learner_progress> {};

} // namespace lms
