// Floor 7. Version 20: who was let into a private event without its key was invited.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

// Apart from version 19: PostgreSQL uses a new label only after the transaction that adds it.
struct m0020 : migration<20, "invited learners are told apart", pinned<0x4f6b3deb99dcc065>,
    data<"UPDATE enrollments SET access = 'invitation' WHERE access = 'open' AND "
         "event_id IN (SELECT id FROM events WHERE visibility = 'private')",
         undo<"UPDATE enrollments SET access = 'open' WHERE access = 'invitation'">>> {};

} // namespace lms
