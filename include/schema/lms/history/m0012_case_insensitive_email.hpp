// Floor 7. Version 12: an address is one address in any case.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0012 : migration<12, "addresses of admins in any case",
    data<"UPDATE admins SET email = lower(trim(email))">,
    drop_constraint<"admins", "admins_email_key">,
    create_index<"admins", unique_index_on<expr("lower(email)")>>> {};

} // namespace lms
