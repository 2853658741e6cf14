// Floor 7. Version 5: lessons are described too.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0005 : migration<5, "description of lessons", pinned<0x5e32e2d632cbb4c0>,
    add_column<"lessons", column<"description", text, default_to<"">>>> {};

} // namespace lms
