// Floor 7. What the portal and the learner's page sum up.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

/// The portal's list of events.
struct event_overview : view<"event_overview",
    "SELECT e.id, e.slug, e.name, (SELECT count(*) FROM lessons AS l WHERE l.event_id = e.id) AS lessons "
    "FROM events AS e"> {};

/// How many lessons a learner saw, and how many of them to the end.
struct learner_progress : view<"learner_progress",
    "SELECT learner_id, count(*) AS seen, count(completed_at) AS completed FROM lesson_progress "
    "GROUP BY learner_id"> {};

} // namespace lms
