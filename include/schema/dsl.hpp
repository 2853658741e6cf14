/// The door for authors of schemas: what they write, and the proof of it. No database is needed to include
/// it.
#pragma once

#include <schema/dsl/migration.hpp>
#include <schema/dsl/traits.hpp>
#include <schema/rules/proof.hpp>
