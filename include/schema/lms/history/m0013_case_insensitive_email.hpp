// Floor 7. Version 13: an address is one address in any case.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0013 : migration<13, "addresses of admins in any case", pinned<0xc857680fb1f9d034>,
    data<"UPDATE admins SET email = lower(trim(email))">,
    drop_constraint<"admins", "admins_email_key">,
    assume_safe<"a handful of admins",
        create_index<"admins", unique_index_on<expr("lower(email)")>>>> {};

} // namespace lms
