// Floor 7. Version 19: an admin can invite a learner.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0019 : migration<19, "invitations", pinned<0x31119077e192c6a4>,
    add_value<"access_grant", "invitation", before<"key">>> {};

} // namespace lms
