// Floor 7. Version 3: a film at the top of an event's page.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0003 : migration<3, "highlight video of events", pinned<0xb4b62f74484ea061>,
    add_column<"events", column<"highlight_video_url", text, nullable>>> {};

} // namespace lms
