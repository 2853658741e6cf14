// Floor 7. Version 10: questions that are true or false.
#pragma once

#include <schema/dsl/migration.hpp>

namespace lms {
using namespace schema::dsl;

struct m0010 : migration<10, "questions that are true or false", pinned<0x477dbae037849d46>,
    add_value<"question_kind", "true_false">> {};

} // namespace lms
