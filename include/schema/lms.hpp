// Floor 7. The door for services of the LMS: its tables, its history, and the proof that they agree.
#pragma once

#include <schema/lms/history.hpp>
#include <schema/lms/tables.hpp>
#include <schema/rules/proof.hpp>

static_assert(schema::proven<lms::history, lms::tables>);
