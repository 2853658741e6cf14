// The door for schemas with functions and triggers: the words for them, and what the proof asks of them. It
// brings <schema/dsl.hpp> along; a schema that has none is spared the cost.
#pragma once

#include <schema/dialect/routine.hpp>
#include <schema/dsl.hpp>
#include <schema/dsl/routine.hpp>
#include <schema/model/fold_routine.hpp>
#include <schema/model/routine_comparison.hpp>
#include <schema/rules/routine_danger.hpp>
#include <schema/rules/routine_rules.hpp>
