// Floor 7. Version 21: fonts beside colours; the branding service keeps the state of its own work now.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0021 : migration<21, "typography, url-safe slugs", pinned<0xea90b8ab5c839e16>,
    add_column<"events", column<"typography", json, default_to<"{}">>>,
    drop_column<"events", "branding_state", loses_data>,
    drop_enumeration<"branding_state">,
    data<"UPDATE events SET slug = replace(lower(trim(slug)), ' ', '-')">,
    assume_safe<"some dozen events",
        add_constraint<"events",
            check<"events_slug_is_url_safe", "length(slug) BETWEEN 1 AND 80 AND "
                                             "trim(slug, 'abcdefghijklmnopqrstuvwxyz0123456789-') = ''">>>> {};

} // namespace lms
