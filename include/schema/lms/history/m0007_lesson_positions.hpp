// Floor 7. Version 7: lessons stand in an order of their own, at first that of their release.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0007 : migration<7, "positions of lessons", pinned<0x15eede95a8d205e8>,
    add_column<"lessons", column<"position", integer, nullable>>,
    data<"UPDATE lessons SET position = (SELECT count(*) FROM lessons AS earlier "
         "WHERE earlier.event_id = lessons.event_id AND (earlier.release_at < lessons.release_at OR "
         "(earlier.release_at = lessons.release_at AND earlier.id <= lessons.id)))">,
    assume_safe<"some hundred lessons at most", alter_column<"lessons", "position", set_not_null>>,
    assume_safe<"some hundred lessons at most", add_constraint<"lessons", check<"position > 0">>>,
    assume_safe<"some hundred lessons at most", add_constraint<"lessons", unique_on<"event_id", "position">>>> {};

} // namespace lms
