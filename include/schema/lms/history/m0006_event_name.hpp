// Floor 7. Version 6: an event has a name; its old description goes, after a last look for one that nobody copied.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0006 : migration<6, "events are named", pinned<0x1875c7001c88ffeb>,
    assume_safe<"the one program is replaced together with its database",
        rename_column<"events", "title", "name">>,
    data<"UPDATE events SET long_description = description WHERE long_description = ''",
         undo<"UPDATE events SET description = long_description">>,
    drop_column<"events", "description", loses_data>> {};

} // namespace lms
