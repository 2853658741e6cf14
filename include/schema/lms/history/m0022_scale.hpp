// Floor 7. Version 22: counting failed log-ins, and counting views, stays cheap.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

// Every view of a lesson updates its row; room on the page lets PostgreSQL leave the indexes alone. SQLite has no such
// setting.
struct m0022 : migration<22, "throttling and counting at scale", pinned<0xe324f0731bef1243>,
    assume_safe<"logins are not kept for long: some ten thousand rows",
        drop_index<"login_attempts_username_idx">>,
    assume_safe<"logins are not kept for long: some ten thousand rows",
        create_index<"login_attempts",
            named<"login_attempts_failed", index_on<"username", desc("attempted_at"), where("NOT succeeded")>>>>,
    execute<up<postgresql<"ALTER TABLE lessons SET (fillfactor = 80)">>,
            down<postgresql<"ALTER TABLE lessons RESET (fillfactor)">>>> {};

} // namespace lms
