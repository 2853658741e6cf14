// Floor 7. Version 18: one word for one thing, and hand-made names in the style of the others.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

// How a learner came in is stated by who lets them in, no longer assumed.
struct m0018 : migration<18, "enrollments", pinned<0xa7b4cf7b13068a2a>,
    assume_safe<"the one program is replaced together with its database",
        rename_table<"registrations", "enrollments">>,
    assume_safe<"the one program is replaced together with its database",
        alter_column<"enrollments", "access", drop_default>>,
    rename_constraint<"materials", "ck_materials_size_25", "materials_size_limit">,
    rename_index<"idx_lessons_event_release", "lessons_by_release">> {};

} // namespace lms
