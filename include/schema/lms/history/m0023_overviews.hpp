// Floor 7. Version 23: events are searched, and what the portal and the learner's page sum up has one definition.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0023 : migration<23, "search of events, overviews",
    assume_safe<"some dozen events",
        add_column<"events", column<"search_text", text, generated<"lower(name || ' ' || short_description)">>>>,
    create_view<"event_overview",
        "SELECT e.id, e.slug, e.name, (SELECT count(*) FROM lessons AS l WHERE l.event_id = e.id) AS lessons "
        "FROM events AS e">,
    create_view<"learner_progress",
        "SELECT learner_id, count(*) AS seen, count(completed_at) AS completed FROM lesson_progress "
        "GROUP BY learner_id">> {};

} // namespace lms
