// The door for histories with schemas besides the default one, on PostgreSQL: the words for them, and what
// the proof asks of them. It brings <schema/dsl.hpp> along; a history that has none is spared the cost.
#pragma once

#include <schema/dialect/schema_postgresql.hpp>
#include <schema/dsl.hpp>
#include <schema/dsl/schemas.hpp>
#include <schema/model/schemas.hpp>
