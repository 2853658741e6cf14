// Floor 7. What the portal and the learner's page sum up.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

/// The portal's list of events.
struct event_overview : view<"event_overview",
    "SELECT e.id, e.slug, e.name, e.is_active, "
    "(SELECT count(*) FROM lessons AS l WHERE l.event_id = e.id) AS lessons FROM events AS e"> {};

/// How far a learner came in the events of which they saw a lesson.
struct event_progress : view<"event_progress",
    "SELECT p.learner_id, l.event_id, count(*) AS seen, count(p.completed_at) AS completed "
    "FROM lesson_progress AS p JOIN lessons AS l ON l.id = p.lesson_id GROUP BY p.learner_id, l.event_id"> {};

} // namespace lms
