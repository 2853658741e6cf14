// Floor 7. How the LMS became what it is.
#pragma once

#include <schema/lms/history/m0001_initial_schema.hpp>
#include <schema/lms/history/m0002_branding.hpp>
#include <schema/lms/history/m0003_highlight_video.hpp>
#include <schema/lms/history/m0004_event_descriptions.hpp>
#include <schema/lms/history/m0005_lesson_description.hpp>
#include <schema/lms/history/m0006_event_name.hpp>
#include <schema/lms/history/m0007_lesson_positions.hpp>
#include <schema/lms/history/m0008_duplicates_removed.hpp>
#include <schema/lms/history/m0009_quiz_keys.hpp>
#include <schema/lms/history/m0010_true_false.hpp>
#include <schema/lms/history/m0011_true_false_questions.hpp>
#include <schema/lms/history/m0012_auth_sessions.hpp>
#include <schema/lms/history/m0013_case_insensitive_email.hpp>
#include <schema/lms/history/m0014_learners.hpp>
#include <schema/lms/history/m0015_attempts.hpp>
#include <schema/lms/history/m0016_wider_types.hpp>
#include <schema/lms/history/m0017_lesson_access.hpp>
#include <schema/lms/history/m0018_enrollments.hpp>
#include <schema/lms/history/m0019_invitations.hpp>
#include <schema/lms/history/m0020_invited_learners.hpp>
#include <schema/lms/history/m0021_typography.hpp>
#include <schema/lms/history/m0022_scale.hpp>
#include <schema/lms/history/m0023_overviews.hpp>

namespace lms {

/// All that was released is pinned: a change is a new migration, at the end. It asserts nothing;
/// `<schema/lms.hpp>` does.
struct history : migrations<m0001, m0002, m0003, m0004, m0005, m0006, m0007, m0008, m0009, m0010, m0011, m0012, m0013,
                            m0014, m0015, m0016, m0017, m0018, m0019, m0020, m0021, m0022, m0023> {};

} // namespace lms
