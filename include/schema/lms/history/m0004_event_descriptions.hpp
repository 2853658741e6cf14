// Floor 7. Version 4: cards show a short description, pages a long one; both begin as the one there was.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0004 : migration<4, "short and long description of events", pinned<0x5693e5f39d8ae8f2>,
    add_column<"events", column<"short_description", text, default_to<"">>>,
    add_column<"events", column<"long_description", text, default_to<"">>>,
    data<"UPDATE events SET short_description = substr(description, 1, 160) WHERE short_description = ''">,
    data<"UPDATE events SET long_description = description WHERE long_description = ''">> {};

} // namespace lms
