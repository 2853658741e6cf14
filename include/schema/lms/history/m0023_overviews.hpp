// Floor 7. Version 23: events are searched, and what the portal and the learner's page sum up has one definition.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0023 : migration<23, "search of events, overviews",
    assume_safe<"some dozen events",
        add_column<"events", column<"search_text", text, generated<"lower(name || ' ' || short_description)">>>>,
    create_view<"event_overview",
        "SELECT e.id, e.slug, e.name, e.is_active, "
        "(SELECT count(*) FROM lessons AS l WHERE l.event_id = e.id) AS lessons FROM events AS e">,
    create_view<"event_progress",
        "SELECT p.learner_id, l.event_id, count(*) AS seen, count(p.completed_at) AS completed "
        "FROM lesson_progress AS p JOIN lessons AS l ON l.id = p.lesson_id GROUP BY p.learner_id, l.event_id">> {};

} // namespace lms
